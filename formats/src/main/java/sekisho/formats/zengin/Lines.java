package sekisho.formats.zengin;

/** The records of a file, one after the other; owned by one reader. */
final class Lines {
    private final byte[] bytes;
    private final Ending.Line ending;
    private int at;
    private int line;
    private boolean eof;

    Lines(byte[] bytes) {
        this.bytes = bytes;
        ending = endingOf(bytes);
    }

    /** The record just read, from 1. */
    int line() {
        return line;
    }

    /** How the records end; known once the last one was read. */
    Ending ending() {
        return new Ending(ending, eof);
    }

    /** The next record, which has to be of one of these kinds; after the kind 9 nothing may follow. */
    RecordReader next(char... kinds) throws BadFile {
        line++;
        int left = bytes.length - at;
        if (left == 0 || (left == 1 && bytes[at] == RecordReader.EOF)) {
            throw new BadFile(FileRefusal.END_MISSING, line, 0);
        }
        if (left < RecordReader.LENGTH) {
            throw new BadFile(FileRefusal.LENGTH_WRONG, line, left + 1);
        }
        var record = new RecordReader(bytes, at, line);
        if ("1289".indexOf(record.kind()) < 0) {
            throw new BadFile(FileRefusal.KIND_UNKNOWN, line, 1);
        }
        if (new String(kinds).indexOf(record.kind()) < 0) {
            throw new BadFile(FileRefusal.OUT_OF_ORDER, line, 1);
        }
        at += RecordReader.LENGTH;
        endOfLine();
        if (record.kind() == '9') {
            endOfFile();
        }
        return record;
    }

    private void endOfLine() throws BadFile {
        boolean fits = ending == endingOf(bytes, at);
        // Without line ends, the next record's first byte stands here, and is looked at then.
        if (!fits && ending != Ending.Line.NOTHING) {
            throw new BadFile(FileRefusal.LENGTH_WRONG, line, RecordReader.LENGTH + 1);
        }
        at += ending.length();
    }

    private void endOfFile() throws BadFile {
        int left = bytes.length - at;
        eof = left == 1 && bytes[at] == RecordReader.EOF;
        if (left > (eof ? 1 : 0)) {
            throw new BadFile(FileRefusal.AFTER_THE_END, line + 1, 1);
        }
    }

    private static Ending.Line endingOf(byte[] bytes) {
        return endingOf(bytes, RecordReader.LENGTH);
    }

    private static Ending.Line endingOf(byte[] bytes, int at) {
        if (at < bytes.length && bytes[at] == '\n') {
            return Ending.Line.LF;
        }
        boolean crLf = at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n';
        return crLf ? Ending.Line.CR_LF : Ending.Line.NOTHING;
    }
}
