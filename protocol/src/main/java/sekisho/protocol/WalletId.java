package sekisho.protocol;

/**
 * A wallet; chosen by whoever opens it, random where people are served.
 *
 * @param value 1 to 2^63−1
 */
public record WalletId(long value) {
    public WalletId {
        if (value <= 0) {
            throw new IllegalArgumentException("a WalletId is a positive number");
        }
    }
}
