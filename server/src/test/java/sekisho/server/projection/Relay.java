package sekisho.server.projection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a program and its database, and cuts the line when told to. */
final class Relay implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytesLeft = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean refusing;

    Relay(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Nobody gets through any more, until told otherwise. */
    void refuse(boolean value) throws IOException {
        refusing = value;
        if (value) {
            cut();
        }
    }

    /** Cuts all lines after so many more bytes to the database; new ones may be opened then. */
    void cutAfter(long bytes) {
        bytesLeft.set(bytes);
    }

    /** Whether the bytes that were granted have passed, and the lines were cut. */
    boolean hasCut() {
        return bytesLeft.get() == Long.MAX_VALUE;
    }

    private void cut() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (refusing) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                Thread.startVirtualThread(() -> pump(client, server, true));
                Thread.startVirtualThread(() -> pump(server, client, false));
            } catch (IOException closed) {
                // The loop's condition tells whether this was the end.
            }
        }
    }

    private void pump(Socket from, Socket to, boolean counted) {
        var bytes = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                long left = counted && bytesLeft.get() != Long.MAX_VALUE ? bytesLeft.addAndGet(-read) : 0;
                out.write(bytes, 0, left < 0 ? (int) Math.max(0, read + left) : read);
                if (left < 0) {
                    bytesLeft.set(Long.MAX_VALUE);
                    cut();
                    return;
                }
            }
        } catch (IOException cut) {
            // One side is gone: the other goes too.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
