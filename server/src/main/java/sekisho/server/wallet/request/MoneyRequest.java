package sekisho.server.wallet.request;

import java.time.Instant;
import java.util.UUID;
import sekisho.server.people.Handle;

/**
 * Somebody asks somebody for money.
 *
 * @param other the one of the two who is not looking
 * @param amount yen
 */
public record MoneyRequest(UUID id, Handle other, long amount, String words, Instant madeAt, State state) {

    /** How it stands. */
    public enum State {
        OPEN,
        PAYING,
        PAID,
        DECLINED,
        WITHDRAWN
    }

    public boolean isOpen() {
        return state == State.OPEN || state == State.PAYING;
    }
}
