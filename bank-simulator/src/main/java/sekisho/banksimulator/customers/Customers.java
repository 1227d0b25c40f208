package sekisho.banksimulator.customers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import sekisho.banksimulator.books.BankBooks;
import sekisho.banksimulator.profile.Ask;
import sekisho.banksimulator.profile.BankProfile;

/** The customers of one bank. Any thread. */
public final class Customers {
    private static final int MOST_LOCKS = 100_000;
    private static final Customer NOBODY = new Customer(
            new Person("-", "-", "-", "-", LocalDate.EPOCH, "0000000000", "-"),
            "-",
            "-",
            "-",
            "-",
            List.of(new HeldAccount("-", "-", "-")));
    private static final Duration YOUNG = Duration.ofDays(30);

    private final BankProfile profile;
    private final BankSecrets secrets;
    private final BankBooks books;
    private final Map<String, Customer> byPerson = new ConcurrentSkipListMap<>();
    private final Map<String, Device> devices = new ConcurrentHashMap<>();
    private final Map<String, Instant> contactSince = new ConcurrentHashMap<>();
    private final Map<String, Integer> wrongTries = new ConcurrentHashMap<>();

    public Customers(BankProfile profile, BankSecrets secrets, BankBooks books) {
        this.profile = profile;
        this.secrets = secrets;
        this.books = books;
    }

    /**
     * Makes a person a customer with one account, or finds that they are one. What they know follows from who they are
     * and from the bank's secrets; their PIN is never their birth date.
     *
     * @param yen on the account, if it is new
     */
    public Customer admit(Person person, long yen) {
        Customer customer = byPerson.computeIfAbsent(person.id(), _ -> made(person));
        var account = customer.accounts().getFirst();
        boolean _ = books.open(account.token(), person.kana(), "JPY", yen);
        return customer;
    }

    /** All of them, in the order of their ids. */
    public List<Customer> all() {
        return List.copyOf(byPerson.values());
    }

    /** Whose device has this key. */
    public Optional<Customer> byDeviceKey(String key) {
        return byPerson.values().stream()
                .filter(customer -> customer.deviceKey().equals(key))
                .findFirst();
    }

    /** The customer with an id. */
    public Optional<Customer> byPerson(String id) {
        return Optional.ofNullable(byPerson.get(id));
    }

    public Device device(Customer customer) {
        String id = customer.person().id();
        return devices.computeIfAbsent(id, _ -> new Device(secrets, id));
    }

    /** Changes where a customer can be reached, at some time. */
    public void changeContact(Customer customer, Instant at) {
        contactSince.put(customer.person().id(), at);
    }

    /** Whether a customer can be reached there since less than 30 days. */
    public boolean isContactYoung(Customer customer, Instant now) {
        return contactSince
                .getOrDefault(customer.person().id(), Instant.EPOCH)
                .plus(YOUNG)
                .isAfter(now);
    }

    /** The customer with an account; empty if there is none. */
    public Optional<Customer> byAccount(String branch, String number) {
        return meant(Map.of(Ask.BRANCH, branch, Ask.ACCOUNT, number));
    }

    /** A stable name for an account, for one operator, whether there is one or not. */
    public String accountToken(String operator, String branch, String number) {
        return accountToken(operator, Map.of(Ask.BRANCH, branch, Ask.ACCOUNT, number));
    }

    /** Whether an account is locked after wrong tries on the bank's pages. */
    public boolean isLocked(String branch, String number) {
        return byAccount(branch, number)
                        .map(Customer::login)
                        .filter(this::isLocked)
                        .isPresent()
                || isLocked(branch + number);
    }

    /** A name for an account in the bank's books: of one that is there or of one that is not. */
    public String bookToken(String branch, String number) {
        return byAccount(branch, number)
                .map(customer -> customer.accounts().getFirst().token())
                .orElseGet(() -> secrets.token("account", branch, number));
    }

    /** Whether a name is the customer's, as banks compare names on forms: without blanks, small kana as large ones. */
    public boolean hasName(Customer customer, String kana) {
        return Answers.isSameName(kana, customer.person().kana());
    }

    /** Whom answers mean. */
    Optional<Customer> meant(Map<Ask, String> answers) {
        String identity = identity(answers);
        return byPerson.values().stream()
                .filter(customer -> customer.login().equals(identity)
                        || customer.accounts().stream()
                                .anyMatch(account -> account.identity().equals(identity)))
                .findFirst();
    }

    /** What answers say about whom they mean, whether there is such a customer or not. */
    static String identity(Map<Ask, String> answers) {
        String login = answers.get(Ask.LOGIN);
        return login == null ? answers.getOrDefault(Ask.BRANCH, "") + answers.getOrDefault(Ask.ACCOUNT, "") : login;
    }

    /** A stable name for what was typed as account or login, for one operator; the account's if there is one. */
    public String accountToken(String operator, Map<Ask, String> answers) {
        return meant(answers)
                .map(customer -> accountToken(operator, customer.accounts().getFirst()))
                .orElseGet(() -> secrets.token("for", operator, identity(answers)));
    }

    /** A stable name for an account, for one operator. */
    public String accountToken(String operator, HeldAccount account) {
        return secrets.token("for", operator, account.identity());
    }

    boolean isLocked(String identity) {
        return wrongTries.getOrDefault(identity, 0) >= profile.tries();
    }

    void wasWrong(String identity) {
        if (wrongTries.size() < MOST_LOCKS || wrongTries.containsKey(identity)) {
            wrongTries.merge(identity, 1, Integer::sum);
        }
    }

    void wasRight(String identity) {
        wrongTries.remove(identity);
    }

    /** Somebody to check answers against that mean no customer: nothing fits. */
    Customer nobody() {
        return NOBODY;
    }

    private Customer made(Person person) {
        var branches = profile.branches();
        int which = Integer.parseInt(secrets.digits(2, "branch", person.id())) % branches.size();
        String branch = branches.get(which).code();
        String number = secrets.digits(7, "number", person.id());
        String token = secrets.token("account", branch, number);
        String birthday = "%02d%02d"
                .formatted(
                        person.birthDate().getMonthValue(), person.birthDate().getDayOfMonth());
        String pin = secrets.digits(4, "pin", person.id());
        return new Customer(
                person,
                person.id().replace("-", "") + secrets.digits(3, "login", person.id()),
                "pw-" + secrets.token("password", person.id()).substring(0, 8),
                pin.equals(birthday) ? secrets.digits(4, "another pin", person.id()) : pin,
                secrets.token("device", person.id()),
                List.of(new HeldAccount(branch, number, token)));
    }
}
