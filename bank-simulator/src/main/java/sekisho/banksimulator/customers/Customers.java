package sekisho.banksimulator.customers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import sekisho.banksimulator.books.BankBooks;
import sekisho.banksimulator.profile.Ask;
import sekisho.banksimulator.profile.BankProfile;
import sekisho.banksimulator.profile.Named;

/** The customers of one bank. Any thread. */
public final class Customers {
    private static final int MOST_LOCKS = 100_000;

    private final BankProfile profile;
    private final BankSecrets secrets;
    private final BankBooks books;
    private final Map<String, Customer> byPerson = new ConcurrentSkipListMap<>();
    private final Map<String, Device> devices = new ConcurrentHashMap<>();
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

    /** Sends a customer a message. */
    public void tell(Customer customer, Instant at, Named text) {
        device(customer).receive(new Message(at, text));
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
