package sekisho.server.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sekisho.protocol.BankId;
import sekisho.protocol.Token;

/**
 * What was proved at the door, for staff. How a lock stands now the engine alone knows: this is how it stood when it was proved. Any
 * thread.
 */
public final class DoorClaims {
    private static final int MOST = 500;

    private final DoorVisits visits;

    DoorClaims(DoorVisits visits) {
        this.visits = visits;
    }

    /**
     * Something that was proved.
     *
     * @param account what the bank calls the account
     * @param errand {@code lock} or {@code unlock}
     * @param became {@code noted} by a weak proof; {@code locked}, {@code unlocking} or {@code open} by a strong one
     * @param until what ends by itself then; empty: nothing does
     */
    public record Claim(
            BankId bank, Token account, String errand, String became, Optional<Instant> until, Instant provedAt) {}

    /** The latest first, at most 500. */
    public List<Claim> latest(int limit) {
        return visits.claims(Math.min(MOST, Math.max(0, limit)));
    }
}
