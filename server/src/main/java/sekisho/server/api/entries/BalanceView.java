package sekisho.server.api.entries;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import sekisho.protocol.Currency;
import sekisho.server.history.AccountState;

@Schema(description = "How an account stands. Amounts are minor units.")
public record BalanceView(
        Currency currency,

        @Schema(description = "Posted, in the account's normal direction.")
        long balance,

        @Schema(description = "What can leave: the balance less what is held.")
        long available,

        @Schema(description = "Reserved to leave.") long held,
        @Schema(description = "On its way in.") long expected,

        @Schema(description = "The log's position of its last change.")
        long position,

        Instant changedAt) {

    /** An account as the API shows it. */
    public static BalanceView of(AccountState state) {
        return new BalanceView(
                state.account().currency(),
                state.balance(),
                state.available(),
                state.held(),
                state.expected(),
                state.position(),
                state.changedAt());
    }
}
