package sekisho.banksimulator.customers;

/**
 * A customer's account: ordinary, in yen.
 *
 * @param branch three digits
 * @param number seven digits
 * @param token its name in the bank's own books
 */
public record HeldAccount(String branch, String number, String token) {

    /** What the customer writes on forms. */
    String identity() {
        return branch + number;
    }
}
