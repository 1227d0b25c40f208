package sekisho.bank.outgoing;

import java.net.InetAddress;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of hosts that are called, and where their addresses may lie. Every look-up of such a name in this process is
 * held to it, because {@link GuardedResolverProvider} answers for all. Any thread.
 */
public final class GuardedNames {
    private static final ConcurrentMap<String, Reach> NAMES = new ConcurrentHashMap<>();

    private GuardedNames() {}

    /**
     * From now on this name leads nowhere else.
     *
     * @throws IllegalArgumentException if the same name was to lead elsewhere
     */
    public static void guard(String host, Reach reach) {
        Reach before = NAMES.putIfAbsent(key(host), reach);
        if (before != null && before != reach) {
            throw new IllegalArgumentException(
                    "the host " + host + " is configured twice, as " + before + " and as " + reach);
        }
    }

    /**
     * The same for a host that a library connects to, by name or by number: mail.
     *
     * @param otherwise where it may lie, if it is not this machine by its name or number
     * @return where it may lie
     * @throws IllegalArgumentException a number out of reach, or a name that was to lead elsewhere
     */
    public static Reach hold(String host, Reach otherwise) {
        String lower = host.toLowerCase(Locale.ROOT);
        boolean bare = lower.indexOf(':') >= 0 && !lower.startsWith("[");
        return hold(new Destination("", bare ? "[" + lower + "]" : lower, 0), otherwise);
    }

    static Reach hold(Destination destination, Reach otherwise) {
        Reach held = destination.reach(otherwise);
        InetAddress literal = destination.literal();
        if (literal == null) {
            guard(destination.host(), held);
        } else if (!held.allows(literal)) {
            throw new IllegalArgumentException("the address " + destination.host() + " is not allowed for " + held);
        }
        return held;
    }

    static @Nullable Reach of(String host) {
        return NAMES.get(key(host));
    }

    private static String key(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
