package sekisho.cli.imports;

/**
 * One side of a row, as the file prints it.
 *
 * @param kind what the file's name for it says it is
 * @param digits the digits of its name with a 1 before them, so that leading zeros count
 * @param before printed balance before the row, minor units
 * @param after printed balance after the row, minor units
 */
record Party(Kind kind, long digits, long before, long after) {

    /** What stands behind a name. */
    enum Kind {
        /** A customer. */
        WALLET(1),
        /** A shop or an agent. */
        MERCHANT(2),
        /** Somebody outside who gets no account here. */
        OUTSIDE(3);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** Part of what a holder's number is hashed from, so for life. */
        int code() {
            return code;
        }
    }
}
