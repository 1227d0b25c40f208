package sekisho.protocol;

/**
 * A client of the gateway: a program that sends requests.
 *
 * @param value 1 to 2^63−1
 */
public record ClientId(long value) {
    public ClientId {
        if (value <= 0) {
            throw new IllegalArgumentException("a ClientId is a positive number");
        }
    }
}
