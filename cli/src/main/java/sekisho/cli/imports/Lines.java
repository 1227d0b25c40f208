package sekisho.cli.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A text in ASCII, line after line, in one buffer that is used again. Lines end in LF or CRLF; the last one may end with the file.
 * Owned by one thread.
 */
final class Lines {
    /** The longest line, in characters. */
    static final int MAX_LENGTH = 1_000;

    private final InputStream input;
    private final byte[] chunk = new byte[1 << 16];
    private final byte[] line = new byte[MAX_LENGTH];
    private int chunkLength;
    private int chunkPosition;
    private int length;
    private long number;

    Lines(InputStream input) {
        this.input = input;
    }

    /** Goes to the next line; false at the end of the text. */
    boolean next() throws IOException, BadFile {
        length = 0;
        int read = read();
        if (read < 0) {
            return false;
        }
        number++;
        while (read >= 0 && read != '\n') {
            append(read);
            read = read();
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return true;
    }

    /** The characters of the line; only the first {@link #length()} count, and only until {@link #next()}. */
    byte[] characters() {
        return line;
    }

    int length() {
        return length;
    }

    /** Whether the line is exactly this. */
    boolean is(String text) {
        return text.equals(new String(line, 0, length, StandardCharsets.US_ASCII));
    }

    /** The line's number, from 1. */
    long number() {
        return number;
    }

    private void append(int character) throws BadFile {
        if (length == MAX_LENGTH) {
            throw new BadFile(number, "it is longer than " + MAX_LENGTH + " characters; is this a CSV file?");
        }
        if (character > '~' || (character < ' ' && character != '\r')) {
            throw new BadFile(number, "it has a character that is not ASCII text; is this a CSV file?");
        }
        line[length++] = (byte) character;
    }

    private int read() throws IOException {
        if (chunkPosition == chunkLength) {
            chunkLength = input.read(chunk);
            chunkPosition = 0;
            if (chunkLength <= 0) {
                chunkLength = 0;
                return -1;
            }
        }
        return chunk[chunkPosition++] & 0xFF;
    }
}
