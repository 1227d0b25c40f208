package sekisho.bank.backchannel;

import java.time.Duration;
import java.time.Instant;
import sekisho.bank.redirect.OpaqueId;
import sekisho.bank.redirect.SentRequest;

/**
 * What is kept of a request that a bank has taken. No personal data.
 *
 * @param id the bank's name for it
 * @param interval how long to wait at least between two questions
 * @param expires when the bank answers at the latest
 * @param tries how many codes may be entered; 0: there is no code
 */
public record SentBackchannel(SentRequest sent, OpaqueId id, Duration interval, Instant expires, int tries) {}
