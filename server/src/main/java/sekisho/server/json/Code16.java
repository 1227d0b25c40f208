package sekisho.server.json;

/**
 * A caller's classification.
 *
 * @param value 0 to 65,535
 */
public record Code16(int value) {
    public static final Code16 NONE = new Code16(0);
}
