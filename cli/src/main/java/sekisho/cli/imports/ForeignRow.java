package sekisho.cli.imports;

/**
 * One row of a foreign stream.
 *
 * @param step the stream's own time, from 0
 * @param amount at least 1 minor unit
 * @param origin who acts; always a wallet
 * @param destination the other side
 * @param overdraft the file itself marks the row as an overdraft that was not allowed
 */
record ForeignRow(int step, Action action, long amount, Party origin, Party destination, boolean overdraft) {}
