package sekisho.server.api.bulk;

import java.io.IOException;
import java.io.InputStream;

/** Cuts a body into lines. Owner: one thread. */
final class LineReader {
    /** The longest line, in bytes. */
    static final int LONGEST = 8 * 1024;

    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[CHUNK + LONGEST];
    private int from;
    private int to;
    private boolean skipping;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Is shown lines, without their ends; blank ones are left out. */
    interface Lines {
        void line(byte[] bytes, int from, int length);

        /** A line was too long; it was skipped. */
        void tooLong();
    }

    /**
     * Reads what is there, waiting for it if need be.
     *
     * @return false: the body has ended
     */
    boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        int read = in.read(buffer, to, Math.min(CHUNK, buffer.length - to));
        if (read > 0) {
            to += read;
        }
        return read >= 0;
    }

    /**
     * Shows the next line that has been read to its end.
     *
     * @return false: there is none so far
     */
    boolean showNext(Lines lines) {
        int end = endOfLine();
        if (end == to) {
            cutLongLine(lines);
            return false;
        }
        if (skipping) {
            skipping = false;
        } else {
            show(lines, end);
        }
        from = end + 1;
        return true;
    }

    /** Shows what stands after the last end of a line, when the body has ended. */
    void showRest(Lines lines) {
        if (!skipping && from < to) {
            show(lines, to);
        }
        from = to;
    }

    /** A line that is too long already needs no end to be refused; what follows of it is not kept. */
    private void cutLongLine(Lines lines) {
        if (to - from > LONGEST && !skipping) {
            lines.tooLong();
            skipping = true;
        }
        if (skipping) {
            from = to;
        }
    }

    private void show(Lines lines, int end) {
        if (end - from > LONGEST) {
            lines.tooLong();
        } else if (!isBlank(end)) {
            lines.line(buffer, from, end - from);
        }
    }

    private int endOfLine() {
        int at = from;
        while (at < to && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean isBlank(int end) {
        for (int at = from; at < end; at++) {
            if (buffer[at] != ' ' && buffer[at] != '\t' && buffer[at] != '\r') {
                return false;
            }
        }
        return true;
    }
}
