package sekisho.formats.zengin;

/** What became of reading a file. */
public sealed interface Reading {

    /** The file holds together; {@link DebitFile#bytes} gives the same bytes again. */
    record Read(DebitFile file) implements Reading {}

    /**
     * The file is not taken, no part of it.
     *
     * @param line the record, from 1; 0 if it is the whole file
     * @param column the byte of the record, from 1; 121 is its line end, 0 the whole record
     */
    record Refused(FileRefusal reason, int line, int column) implements Reading {}
}
