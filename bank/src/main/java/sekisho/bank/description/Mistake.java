package sekisho.bank.description;

/**
 * Something in a file that is not as it should be.
 *
 * @param line from 1
 * @param column from 1
 * @param field where in the description, such as {@code asks[2].rests-on}; empty for the file as a whole
 * @param sentence what is wrong, and what to do
 */
public record Mistake(int line, int column, String field, String sentence) {

    /** As compilers write it. */
    @Override
    public String toString() {
        return line + ":" + column + ": " + (field.isEmpty() ? "" : field + ": ") + sentence;
    }
}
