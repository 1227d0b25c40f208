package sekisho.server.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.EntryKind;
import sekisho.protocol.OperationId;
import sekisho.protocol.OutcomeKind;
import sekisho.protocol.Side;

/**
 * One line of an account's history. Amounts are minor units of its currency.
 *
 * @param sequence 1, 2, 3, … within the account
 * @param amount at least 1
 * @param balance posted balance after it, in the account's normal direction
 * @param held reserved to leave, after it
 * @param expected on its way in, after it
 * @param counterpart the first account on the other side of the same operation; null: none
 * @param operation the payment, instruction or hold it belongs to; otherwise what its request started
 * @param outcome how the request that caused it ended; null: time passed
 * @param position of its step in the log
 * @param bookedAt when the engine wrote it
 * @param effectiveAt when the movement took effect; not later
 */
public record BookedEntry(
        AccountKey account,
        long sequence,
        EntryKind kind,
        Side side,
        long amount,
        long balance,
        long held,
        long expected,
        @Nullable AccountKey counterpart,
        OperationId operation,
        @Nullable OutcomeKind outcome,
        long position,
        Instant bookedAt,
        Instant effectiveAt) {}
