package sekisho.benchmarks.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection with at most one request on its way. Owner: the load's thread. */
final class LoadConnection implements AutoCloseable {
    private static final int RESPONSE_SIZE = 16 * 1024;
    private static final byte[] LENGTH_NAME = {
        '\n', 'C', 'o', 'n', 't', 'e', 'n', 't', '-', 'L', 'e', 'n', 'g', 't', 'h'
    };

    private final InetSocketAddress address;
    private final Selector selector;
    private final ByteBuffer response = ByteBuffer.allocate(RESPONSE_SIZE);
    private final ByteBuffer request;
    private SocketChannel channel;
    private long due;
    private boolean busy;

    LoadConnection(InetSocketAddress address, Selector selector, int requestLength) throws IOException {
        this.address = address;
        this.selector = selector;
        this.request = ByteBuffer.allocateDirect(requestLength);
        this.channel = open();
    }

    /** Sends a request that should have been sent at a time. */
    void send(byte[] bytes, long dueNanos) throws IOException {
        due = dueNanos;
        busy = true;
        request.clear();
        request.put(bytes).flip();
        channel.write(request);
        if (request.hasRemaining()) {
            key().interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    /** Goes on sending. */
    void writeOn() throws IOException {
        channel.write(request);
        if (!request.hasRemaining()) {
            key().interestOps(SelectionKey.OP_READ);
        }
    }

    /**
     * Reads what has come.
     *
     * @return the status of the response, if it is whole; 0: more is to come; −1: the connection is at its end
     */
    int read() throws IOException {
        int read = channel.read(response);
        if (read < 0) {
            return -1;
        }
        int status = whole();
        if (status > 0) {
            boolean closes = contains(response, "Connection: close");
            response.clear();
            busy = false;
            if (closes) {
                reopen();
            }
        }
        return status;
    }

    /** Begins anew after a fault. */
    void reopen() throws IOException {
        channel.close();
        response.clear();
        busy = false;
        channel = open();
    }

    boolean busy() {
        return busy;
    }

    long due() {
        return due;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private SocketChannel open() throws IOException {
        var opened = SocketChannel.open(address);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
        return opened;
    }

    private SelectionKey key() {
        return channel.keyFor(selector);
    }

    /** The status of a response that is there to its end; 0 otherwise. */
    private int whole() {
        int end = headEnd();
        if (end < 0 || response.position() < end + contentLength(end)) {
            return 0;
        }
        return (response.get(9) - '0') * 100 + (response.get(10) - '0') * 10 + response.get(11) - '0';
    }

    private int headEnd() {
        for (int at = 3; at < response.position(); at++) {
            if (response.get(at) == '\n' && response.get(at - 2) == '\n') {
                return at + 1;
            }
        }
        return -1;
    }

    private int contentLength(int headEnd) {
        for (int at = 0; at < headEnd - LENGTH_NAME.length; at++) {
            if (response.get(at) == '\n' && matches(at)) {
                int length = 0;
                for (int digit = at + LENGTH_NAME.length + 2; response.get(digit) >= '0'; digit++) {
                    length = length * 10 + response.get(digit) - '0';
                }
                return length;
            }
        }
        throw new IllegalStateException("a response without its length");
    }

    private boolean matches(int at) {
        for (int i = 1; i < LENGTH_NAME.length; i++) {
            if (response.get(at + i) != LENGTH_NAME[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(ByteBuffer buffer, String text) {
        for (int at = 0; at + text.length() <= buffer.position(); at++) {
            int same = 0;
            while (same < text.length() && buffer.get(at + same) == text.charAt(same)) {
                same++;
            }
            if (same == text.length()) {
                return true;
            }
        }
        return false;
    }
}
