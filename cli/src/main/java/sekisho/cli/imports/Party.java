package sekisho.cli.imports;

/**
 * One side of a row, as the file prints it.
 *
 * @param kind what its name says it is
 * @param name exactly as in the file: leading zeros count
 * @param before printed balance before the row, minor units
 * @param after printed balance after the row, minor units
 */
record Party(Kind kind, String name, long before, long after) {

    /** What stands behind a name. */
    enum Kind {
        /** A customer. */
        WALLET,
        /** A shop or an agent. */
        MERCHANT,
        /** Somebody outside who gets no account here. */
        OUTSIDE
    }
}
