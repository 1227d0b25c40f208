package sekisho.server.door;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sekisho.bank.redirect.SentDoorRequest;
import sekisho.protocol.BankId;
import sekisho.protocol.LockStatus;
import sekisho.protocol.Token;

/**
 * Somebody who knocked, and what became of it.
 *
 * @param sent what the bank was asked; its nonce names the visit
 * @param answer null: none yet
 */
record DoorVisit(
        Errand errand,
        BrowserBinding binding,
        SentDoorRequest sent,
        @Nullable Answered answer) {

    /**
     * What became of it.
     *
     * @param account what the bank calls the account; null: none was named
     * @param lock how the engine's lock stood after it; null: the engine said nothing of a lock
     * @param until what is said to end by itself then; null: nothing is
     */
    record Answered(
            Became became,
            @Nullable Token account,
            @Nullable LockStatus lock,
            @Nullable Instant until,
            Instant at) {}

    BankId bank() {
        return sent.terms().bank();
    }

    String nonce() {
        return sent.sent().nonce().hex();
    }
}
