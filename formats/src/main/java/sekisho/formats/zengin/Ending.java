package sekisho.formats.zengin;

/**
 * How the bytes of a file end its records.
 *
 * @param line what follows each record
 * @param eof whether one byte 1A follows the last, as old systems write it
 */
public record Ending(Line line, boolean eof) {

    /** What follows each record. */
    public enum Line {
        NOTHING(0),
        CR_LF(2),
        LF(1);

        private final int length;

        Line(int length) {
            this.length = length;
        }

        int length() {
            return length;
        }
    }
}
