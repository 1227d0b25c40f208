package sekisho.protocol;

/**
 * A tier: a named set of limits that wallets share.
 *
 * @param value 1 to 255
 */
public record TierId(int value) {
    public TierId {
        if (value < 1 || value > 255) {
            throw new IllegalArgumentException("a TierId is 1 to 255");
        }
    }
}
