package sekisho.formats.matching;

/**
 * One of our attributes, ready to be compared.
 *
 * @param value as its source wrote it; personal data
 */
public record Claimed(String value, Standing standing) {

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "Claimed[" + standing + "]";
    }
}
