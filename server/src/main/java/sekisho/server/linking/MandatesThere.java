package sekisho.server.linking;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import sekisho.bank.redirect.BankMandates;

/** How one bank is spoken with about its mandates, as long as it stays where it is. One thread. */
final class MandatesThere implements AutoCloseable {
    private final String apiKey;
    private @Nullable Asked asked;

    MandatesThere(String apiKey) {
        this.apiKey = apiKey;
    }

    private record Asked(URI issuer, BankMandates mandates) {}

    /** The bank where it is now. */
    BankMandates at(URI issuer) {
        Asked now = asked;
        if (now == null || !now.issuer().equals(issuer)) {
            close();
            now = new Asked(issuer, new BankMandates(issuer, apiKey));
            asked = now;
        }
        return now.mandates();
    }

    @Override
    public void close() {
        Asked now = asked;
        if (now != null) {
            now.mandates().close();
        }
    }
}
