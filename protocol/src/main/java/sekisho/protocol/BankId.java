package sekisho.protocol;

/**
 * A bank.
 *
 * @param code 1 to 9,999: the four-digit bank code of Zengin (Japanese Banks' Payment Clearing Network)
 */
public record BankId(int code) {
    public BankId {
        if (code < 1 || code > 9_999) {
            throw new IllegalArgumentException("a bank code is 1 to 9999");
        }
    }
}
