package sekisho.server.wallet.send;

import java.util.Optional;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.entrance.Customer;
import sekisho.server.entrance.Customers;
import sekisho.server.entrance.Stage;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.people.Person;

/**
 * Finds who is meant by a handle. Each look-up is paid from a budget; who does not exist, has left, or cannot receive yet is not found,
 * all alike. Any thread.
 */
public final class Payees {
    private static final int LONGEST_WORDS = 100;

    private final People people;
    private final Customers customers;
    private final Budgets budgets;

    public Payees(People people, Customers customers, Budgets budgets) {
        this.people = people;
        this.customers = customers;
        this.budgets = budgets;
    }

    /** Somebody other than the customer. */
    public Optional<Person> find(Customer customer, String handle) {
        budgets.require(Purpose.LOOK_UP, customer.person().value().toString());
        return Handle.parse(handle)
                .filter(known -> !known.equals(customer.handle()))
                .flatMap(people::byHandle)
                .filter(person -> person.closedAt() == null && customers.stage(person) == Stage.READY);
    }

    /** Whether this can go with money: up to a hundred characters on one line. */
    public static boolean isWords(String words) {
        return words.length() <= LONGEST_WORDS && words.chars().noneMatch(Character::isISOControl);
    }
}
