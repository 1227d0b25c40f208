package sekisho.server.shop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.MerchantId;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;

/**
 * What a shop asks somebody to pay, once.
 *
 * @param reference ten digits: in the code, and typed instead of it
 * @param amount yen
 * @param payer who pays or paid; null: nobody so far
 * @param operation the payment; null: none so far
 */
public record Charge(
        UUID id,
        MerchantId merchant,
        String reference,
        long amount,
        Instant expiresAt,
        State state,
        @Nullable WalletId payer,
        @Nullable OperationId operation) {

    /** Where it stands. */
    public enum State {
        OPEN,
        PAYING,
        PAID,
        CANCELLED
    }

    /** Whether nobody can begin to pay it any more because of its age. */
    public boolean isOver(Instant now) {
        return state != State.PAID && !now.isBefore(expiresAt);
    }
}
