package sekisho.protocol;

/**
 * A merchant (a shop that is paid).
 *
 * @param value 1 to 2^63−1
 */
public record MerchantId(long value) {
    public MerchantId {
        if (value <= 0) {
            throw new IllegalArgumentException("a MerchantId is a positive number");
        }
    }
}
