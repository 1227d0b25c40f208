package sekisho.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.wire.home.NodeAddress;

/**
 * How a gateway connects, and how much it takes.
 *
 * @param address of the node; read anew from the node's home when the connection was lost
 * @param client this program's number; at most one gateway at a time should use it
 * @param deadline after it a request that was sent is unconfirmed, and one that was not is not sent
 * @param singles frames of the single lane that may be waiting or on their way; more are busy
 * @param bulks frames of the bulk lane that may be waiting; more are busy
 * @param bulksOnTheirWay frames of the bulk lane in the cluster at a time; fewer while singles come beside them
 * @param longestIdle longest sleep of the gateway's thread, which delays a first message
 * @param clock for new request ids
 */
public record GatewaySettings(
        NodeAddress address,
        BookId book,
        ClientId client,
        Duration deadline,
        int singles,
        int bulks,
        int bulksOnTheirWay,
        Duration longestIdle,
        InstantSource clock) {
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int SINGLES = 8192;
    private static final int BULKS = 64;
    private static final int BULKS_ON_THEIR_WAY = 16;

    public GatewaySettings {
        if (client.value() == Long.MAX_VALUE) {
            throw new IllegalArgumentException("this client's number belongs to the node itself");
        }
        if (singles < 1 || bulks < 1 || bulksOnTheirWay < 1) {
            throw new IllegalArgumentException("every bound is at least 1");
        }
    }

    /** A client of a node, in the first book. */
    public static GatewaySettings of(NodeAddress address, ClientId client) {
        return new GatewaySettings(
                address,
                BookId.FIRST,
                client,
                DEADLINE,
                SINGLES,
                BULKS,
                BULKS_ON_THEIR_WAY,
                Duration.ofMillis(1),
                InstantSource.system());
    }

    /** A client of the node whose home this is, on this machine. */
    public static GatewaySettings of(Path home, ClientId client) {
        try {
            return of(NodeAddress.read(home), client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public GatewaySettings withBook(BookId value) {
        return new GatewaySettings(
                address, value, client, deadline, singles, bulks, bulksOnTheirWay, longestIdle, clock);
    }

    public GatewaySettings withDeadline(Duration value) {
        return new GatewaySettings(address, book, client, value, singles, bulks, bulksOnTheirWay, longestIdle, clock);
    }

    public GatewaySettings withSingles(int value) {
        return new GatewaySettings(address, book, client, deadline, value, bulks, bulksOnTheirWay, longestIdle, clock);
    }

    public GatewaySettings withBulks(int waiting, int onTheirWay) {
        return new GatewaySettings(address, book, client, deadline, singles, waiting, onTheirWay, longestIdle, clock);
    }

    public GatewaySettings withLongestIdle(Duration value) {
        return new GatewaySettings(address, book, client, deadline, singles, bulks, bulksOnTheirWay, value, clock);
    }

    public GatewaySettings withClock(InstantSource value) {
        return new GatewaySettings(
                address, book, client, deadline, singles, bulks, bulksOnTheirWay, longestIdle, value);
    }
}
