package sekisho.bank.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scheme, a host and a port that may be called.
 *
 * @param host in lower case, as addresses write it: IPv6 in brackets
 */
record Destination(String scheme, String host, int port) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * Where a configured address leads.
     *
     * @throws IllegalArgumentException if it is neither https nor http on this machine, or carries a user
     */
    static Destination of(URI address) {
        Destination destination = parsed(address);
        if (destination == null) {
            throw new IllegalArgumentException("an address to call is https, or http on this machine, without a user");
        }
        return destination;
    }

    /** Whether an address leads here. */
    boolean covers(URI address) {
        return equals(parsed(address));
    }

    /**
     * Where its addresses may lie.
     *
     * @param otherwise if it is not this machine by its name
     */
    Reach reach(Reach otherwise) {
        return THIS_MACHINE.contains(host) ? Reach.THIS_MACHINE : otherwise;
    }

    /** Its address, if the host is written as one: nothing is looked up then. */
    @Nullable
    InetAddress literal() {
        String text = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException aName) {
            return null;
        }
    }

    private static @Nullable Destination parsed(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (address.getHost() == null || address.getRawUserInfo() != null) {
            return null;
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "https" -> new Destination(scheme, host, address.getPort() < 0 ? HTTPS : address.getPort());
            case "http" ->
                THIS_MACHINE.contains(host)
                        ? new Destination(scheme, host, address.getPort() < 0 ? HTTP : address.getPort())
                        : null;
            default -> null;
        };
    }
}
