package sekisho.bank.outgoing;

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

    static @Nullable Reach of(String host) {
        return NAMES.get(key(host));
    }

    private static String key(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
