package sekisho.benchmarks.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One connection that streams bulk requests, and reads results while it sends. Two threads: one sends, one reads. */
final class BulkLoad implements Runnable {
    private static final int LINES_A_CHUNK = 400;
    private static final int LINES_A_REQUEST = 40_000;
    private static final Pattern COUNTS =
            Pattern.compile("\"lines\":(\\d+),\"accepted\":(\\d+),\"refused\":(\\d+),\"unconfirmed\":(\\d+)");

    private final InetSocketAddress address;
    private final String token;
    private final TransferBytes lines;
    private final long until;
    private long accepted;
    private long refused;
    private long unconfirmed;
    private volatile @Nullable String failure;

    /** A load that goes on until a time ({@link System#nanoTime}). */
    BulkLoad(InetSocketAddress address, String token, TransferBytes lines, long until) {
        this.address = address;
        this.token = token;
        this.lines = lines;
        this.until = until;
    }

    long accepted() {
        return accepted;
    }

    long refused() {
        return refused;
    }

    long unconfirmed() {
        return unconfirmed;
    }

    /** Why it ended too early; null: it did not. */
    @Nullable
    String failure() {
        return failure;
    }

    @Override
    public void run() {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 256 * 1024);
            while (System.nanoTime() < until) {
                Thread sender = Thread.ofPlatform().daemon().start(() -> send(socket));
                count(HttpReply.read(in).lastLine());
                sender.join();
            }
        } catch (IOException | RuntimeException e) {
            failure = e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/bulk HTTP/1.1\r\nHost: " + address.getHostString() + "\r\nAuthorization: Bearer "
                            + token + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            int length = lines.length();
            byte[] head = (Integer.toHexString(LINES_A_CHUNK * length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            byte[] chunk = new byte[head.length + LINES_A_CHUNK * length + 2];
            System.arraycopy(head, 0, chunk, 0, head.length);
            chunk[chunk.length - 2] = '\r';
            chunk[chunk.length - 1] = '\n';
            for (int sent = 0; sent < LINES_A_REQUEST && System.nanoTime() < until; sent += LINES_A_CHUNK) {
                for (int line = 0; line < LINES_A_CHUNK; line++) {
                    System.arraycopy(lines.next(), 0, chunk, head.length + line * length, length);
                }
                out.write(chunk);
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            failure = e.toString();
        }
    }

    private void count(String summary) {
        Matcher counts = COUNTS.matcher(summary);
        if (!counts.find()) {
            throw new IllegalStateException("no summary at the end of a bulk request: " + summary);
        }
        accepted += Long.parseLong(counts.group(2));
        refused += Long.parseLong(counts.group(3));
        unconfirmed += Long.parseLong(counts.group(4));
    }
}
