package sekisho.banksimulator.customers;

import java.util.List;

/**
 * A person as one bank knows them.
 *
 * @param login their name in the bank's net banking
 * @param password of it
 * @param cardPin four digits
 * @param deviceKey who has it sees what the bank sends: their telephone, token and card
 */
public record Customer(
        Person person, String login, String password, String cardPin, String deviceKey, List<HeldAccount> accounts) {
    public Customer {
        accounts = List.copyOf(accounts);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "Customer[" + person.id() + "]";
    }
}
