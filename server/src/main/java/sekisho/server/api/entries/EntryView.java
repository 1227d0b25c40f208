package sekisho.server.api.entries;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.EntryKind;
import sekisho.protocol.OperationId;
import sekisho.protocol.Side;
import sekisho.server.history.BookedEntry;
import sekisho.server.json.Forms;

@Schema(description = "One change of an account. Amounts are minor units.")
record EntryView(
        @Schema(description = "1, 2, 3, … within the account.")
        long sequence,

        @Schema(description = "Posted, held, or released from a hold.")
        EntryKind kind,

        Side side,
        long amount,
        @Schema(description = "Posted balance after it.") long balance,

        @Schema(description = "Reserved to leave, after it.")
        long held,

        @Schema(description = "On its way in, after it.") long expected,

        @Schema(description = "The first account on the other side.") @Nullable
        AccountName counterpart,

        @Schema(description = "The payment, top-up, cash-out, hold or other operation it belongs to.")
        OperationId operation,

        @Schema(description = "How the request that caused it ended. Left out: time passed.", example = "transfer-sent")
        @Nullable
        String outcome,

        @Schema(description = "Its place in the log.") long position,
        @Schema(description = "When it was booked.") Instant bookedAt,

        @Schema(description = "When the movement took effect.")
        Instant effectiveAt) {

    static EntryView of(BookedEntry entry) {
        return new EntryView(
                entry.sequence(),
                entry.kind(),
                entry.side(),
                entry.amount(),
                entry.balance(),
                entry.held(),
                entry.expected(),
                entry.counterpart() == null ? null : AccountName.of(entry.counterpart()),
                entry.operation(),
                entry.outcome() == null ? null : Forms.word(entry.outcome()),
                entry.position(),
                entry.bookedAt(),
                entry.effectiveAt());
    }
}
