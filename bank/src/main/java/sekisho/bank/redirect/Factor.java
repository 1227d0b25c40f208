package sekisho.bank.redirect;

/**
 * Something by which the bank identified its customer.
 *
 * @param method a word of small letters, digits and dashes, such as {@code card-pin} or {@code app-approval}
 * @param dynamic whether it is another one each time
 */
public record Factor(FactorKind kind, String method, boolean dynamic) {
    public Factor {
        if (!method.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("a method is 1 to 32 small letters, digits and dashes");
        }
    }
}
