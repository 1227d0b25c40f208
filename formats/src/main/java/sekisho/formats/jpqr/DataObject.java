package sekisho.formats.jpqr;

/**
 * A piece of a merchant-presented payload.
 *
 * @param id two digits
 * @param value 1 to 99 characters
 */
public record DataObject(String id, String value) {
    private static final int LONGEST = 99;

    public DataObject {
        if (!id.matches("[0-9]{2}")) {
            throw new IllegalArgumentException("an id is two digits: " + id);
        }
        if (value.isEmpty() || length(value) > LONGEST) {
            throw new IllegalArgumentException("object " + id + " has 1 to 99 characters, not " + length(value));
        }
    }

    /** How it is written: id, length, value. */
    String written() {
        int length = length(value);
        return id + (char) ('0' + length / 10) + (char) ('0' + length % 10) + value;
    }

    /** Characters, as the standard counts them: 吉 is one, 𠮷 too. */
    static int length(String value) {
        return value.codePointCount(0, value.length());
    }
}
