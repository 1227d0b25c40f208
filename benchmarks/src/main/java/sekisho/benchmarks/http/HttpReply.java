package sekisho.benchmarks.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A response read to its end, of which only the tail is kept.
 *
 * @param status of HTTP
 * @param tail the last bytes of the body as text
 */
record HttpReply(int status, String tail) {
    private static final int TAIL = 8 * 1024;

    /** Reads a response with a length or in chunks. */
    static HttpReply read(InputStream in) throws IOException {
        String line = line(in);
        int status = Integer.parseInt(line.substring(9, 12));
        long length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            } else if (lower.equals("transfer-encoding: chunked")) {
                chunked = true;
            }
        }
        var tail = new Tail();
        if (!chunked) {
            tail.read(in, length);
            return new HttpReply(status, tail.text());
        }
        for (long size = chunk(in); size > 0; size = chunk(in)) {
            tail.read(in, size);
            line(in);
        }
        line(in);
        return new HttpReply(status, tail.text());
    }

    /** The last line of the body. */
    String lastLine() {
        String text = tail.strip();
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private static long chunk(InputStream in) throws IOException {
        return Long.parseLong(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new EOFException("the connection ended within a response");
            }
            if (one != '\r') {
                line.append((char) one);
            }
        }
        return line.toString();
    }

    /** The last bytes of what was read. */
    private static final class Tail {
        private final byte[] buffer = new byte[64 * 1024];
        private byte[] kept = new byte[0];

        void read(InputStream in, long length) throws IOException {
            for (long left = length; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("the connection ended within a body");
                }
                left -= read;
                keep(read);
            }
        }

        private void keep(int read) {
            int fromBefore = Math.max(0, Math.min(kept.length, TAIL - read));
            int fromNow = Math.min(read, TAIL);
            byte[] joined = new byte[fromBefore + fromNow];
            System.arraycopy(kept, kept.length - fromBefore, joined, 0, fromBefore);
            System.arraycopy(buffer, read - fromNow, joined, fromBefore, fromNow);
            kept = joined;
        }

        String text() {
            return new String(kept, StandardCharsets.UTF_8);
        }
    }
}
