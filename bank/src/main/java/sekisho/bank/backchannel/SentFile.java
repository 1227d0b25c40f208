package sekisho.bank.backchannel;

import java.time.Instant;
import java.util.List;
import sekisho.bank.redirect.OpaqueId;
import sekisho.bank.redirect.SentRequest;

/**
 * What is kept of a file that a bank has taken. No personal data.
 *
 * @param id the bank's name for it
 * @param ready when its results can be had
 * @param requests of its mandates, in the file's order; none for debits
 */
public record SentFile(OpaqueId id, Instant ready, List<SentRequest> requests) {
    public SentFile {
        requests = List.copyOf(requests);
    }
}
