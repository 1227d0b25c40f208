package sekisho.core.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Token;

/** The request itself, and who stands behind it. */
public sealed interface Behind extends Reason {

    /** The clock halts until somebody confirms the time. */
    record Clock(boolean halted, long now) implements Behind {
        @Override
        public @Nullable Refused refuses() {
            return halted ? new Refused(Refusal.CLOCK_HALTED, now) : null;
        }
    }

    /** The time in the request's id, and the times that are accepted. */
    record IdTime(long at, long oldest, long newest) implements Behind {
        @Override
        public @Nullable Refused refuses() {
            if (at < oldest) {
                return new Refused(Refusal.REQUEST_TOO_OLD, oldest);
            }
            return at > newest ? new Refused(Refusal.REQUEST_FROM_THE_FUTURE, newest) : null;
        }
    }

    /** How many answers are remembered, and how many may be. */
    record Journal(long remembered, long capacity) implements Behind {
        @Override
        public @Nullable Refused refuses() {
            return remembered >= capacity ? new Refused(Refusal.JOURNAL_FULL, capacity) : null;
        }
    }

    /** When the movement is said to have taken effect; 0: when it is booked. */
    record Effect(long at, long now) implements Behind {
        @Override
        public @Nullable Refused refuses() {
            return at > now ? new Refused(Refusal.EFFECTIVE_IN_THE_FUTURE, now) : null;
        }
    }

    /**
     * One who signed.
     *
     * @param member of staff; 0 for a wallet's passkey
     * @param fault what is wrong with the assertion, or null
     */
    record Signer(
            Token credential,
            boolean known,
            long member,
            @Nullable Refusal fault) {}

    /** Members of staff who approve: so many different ones are needed. */
    record Approvals(int needed, List<Signer> signers) implements Behind {
        public Approvals {
            signers = List.copyOf(signers);
        }

        @Override
        public @Nullable Refused refuses() {
            if (signers.size() < needed) {
                return new Refused(Refusal.APPROVALS_MISSING, needed);
            }
            for (int i = 0; i < signers.size(); i++) {
                Signer signer = signers.get(i);
                if (!signer.known()) {
                    return new Refused(Refusal.CREDENTIAL_NOT_KNOWN);
                }
                if (signer.fault() != null) {
                    return new Refused(signer.fault());
                }
                for (int j = 0; j < i; j++) {
                    if (signers.get(j).member() == signer.member()) {
                        return new Refused(Refusal.SAME_APPROVER);
                    }
                }
            }
            return null;
        }
    }

    /**
     * The wallet's owner signs with a passkey, a short while ago.
     *
     * @param at the time in the request's id; 0: it has none
     * @param signers none, or the one that is looked at
     */
    record StepUp(long at, long oldest, List<Signer> signers) implements Behind {
        public StepUp {
            signers = List.copyOf(signers);
        }

        @Override
        public @Nullable Refused refuses() {
            if (signers.isEmpty()) {
                return new Refused(Refusal.STEP_UP_MISSING);
            }
            if (at < oldest) {
                return new Refused(Refusal.STEP_UP_STALE, oldest);
            }
            Signer signer = signers.getFirst();
            if (!signer.known()) {
                return new Refused(Refusal.CREDENTIAL_NOT_KNOWN);
            }
            return signer.fault() == null ? null : new Refused(signer.fault());
        }
    }

    /** Until when the wallet's authenticators rest, because one is new or was reset; and how many there are, with what assurance. */
    record Rest(long now, long until, int authenticators, int aal) implements Behind {
        @Override
        public @Nullable Refused refuses() {
            return now < until ? new Refused(Refusal.AUTHENTICATOR_YOUNG, until) : null;
        }
    }
}
