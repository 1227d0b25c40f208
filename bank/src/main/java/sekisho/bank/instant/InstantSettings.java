package sekisho.bank.instant;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import sekisho.bank.outgoing.Reach;
import sekisho.protocol.BankId;

/**
 * Where a bank is, and how it knows us.
 *
 * @param address without a slash at its end; {@code https}, or {@code http} on loopback
 * @param apiKey our secret at this bank
 * @param reach where the bank's addresses may lie
 * @param connectTimeout how long a connection may take to come about
 */
public record InstantSettings(BankId bank, URI address, String apiKey, Reach reach, Duration connectTimeout) {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public InstantSettings {
        boolean safe = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost())));
        if (!safe) {
            throw new IllegalArgumentException("a bank's address is https, or http on loopback: " + address);
        }
        if (apiKey.isBlank()) {
            throw new IllegalArgumentException("the API key for bank " + bank.code() + " is missing");
        }
    }

    /** A bank that has to let us in within 3 seconds. */
    public static InstantSettings of(BankId bank, URI address, String apiKey) {
        return new InstantSettings(bank, address, apiKey, Reach.INTERNET, CONNECT_TIMEOUT);
    }

    /** The same bank, elsewhere. */
    public InstantSettings withReach(Reach value) {
        return new InstantSettings(bank, address, apiKey, value, connectTimeout);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "InstantSettings[bank=" + bank.code() + ", address=" + address + "]";
    }
}
