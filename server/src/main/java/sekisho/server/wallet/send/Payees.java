package sekisho.server.wallet.send;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.entrance.Customer;
import sekisho.server.entrance.Customers;
import sekisho.server.entrance.Stage;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.people.Person;
import sekisho.server.people.Phone;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Token;
import sekisho.server.vault.Vault;

/**
 * Finds who is meant by a handle, a receive code or a telephone number. Each look-up is paid from a budget; who does not exist, has
 * left, cannot receive yet, or does not let himself be found by number is not found, all alike. Any thread.
 */
public final class Payees {
    private static final int LONGEST_WORDS = 100;
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[+0-9\uFF0B\uFF10-\uFF19].*");

    private final People people;
    private final Customers customers;
    private final Budgets budgets;
    private final PhoneLookUps lookUps;
    private final Vault vault;

    Payees(People people, Customers customers, Budgets budgets, PhoneLookUps lookUps, Vault vault) {
        this.people = people;
        this.customers = customers;
        this.budgets = budgets;
        this.lookUps = lookUps;
        this.vault = vault;
    }

    /** Somebody other than the customer, by handle. */
    public Optional<Person> find(Customer customer, String handle) {
        budgets.require(Purpose.LOOK_UP, customer.person().value().toString());
        return Handle.parse(handle)
                .filter(known -> !known.equals(customer.handle()))
                .flatMap(people::byHandle)
                .filter(this::receives);
    }

    /** Somebody other than the customer, however he is named. */
    Payee search(Customer customer, String text) {
        String bare = text.strip();
        if (LIKE_A_NUMBER.matcher(bare).matches()) {
            return byNumber(customer, bare);
        }
        String handle = ReceiveCode.read(bare).map(code -> code.handle().text()).orElse(bare);
        return find(customer, handle)
                .<Payee>map(person -> new Payee.Found(
                        person, Objects.requireNonNull(person.handle()).shown()))
                .orElseGet(() -> new Payee.Unknown("send.to.unknown"));
    }

    private Payee byNumber(Customer customer, String text) {
        budgets.require(Purpose.LOOK_UP, customer.person().value().toString());
        var unknown = new Payee.Unknown("send.phone.unknown");
        Optional<Phone> phone = Phone.parse(text);
        if (phone.isEmpty()) {
            return unknown;
        }
        if (!lookUps.spend(customer.person(), phone.get())) {
            return new Payee.TooMany();
        }
        // A number that nobody has is looked for as long as one that somebody has.
        Token token = vault.find(Kind.PHONE, phone.get().number()).orElseGet(() -> new Token(UUID.randomUUID()));
        return people.byPhone(token)
                .filter(person -> !person.id().equals(customer.person()))
                .filter(this::receives)
                .<Payee>map(person -> new Payee.Found(person, phone.get().shown()))
                .orElse(unknown);
    }

    private boolean receives(Person person) {
        return person.closedAt() == null && customers.stage(person) == Stage.READY;
    }

    /** Whether this can go with money: up to a hundred characters on one line. */
    public static boolean isWords(String words) {
        return words.length() <= LONGEST_WORDS && words.chars().noneMatch(Character::isISOControl);
    }
}
