package sekisho.server.api.instructions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankId;
import sekisho.protocol.OperationId;
import sekisho.server.banking.BankWork;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.json.Forms;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;

/**
 * Refuses top-ups and cash-outs before the log, while their bank has as much to do as it may. Any thread.
 *
 * <p>A link's bank never changes, so it is remembered. One that the projection does not show yet is let through: the
 * engine knows it, and the bank's desk leaves in the log what it has no room for.
 */
public final class BankRoom {
    private static final int LINKS = 100_000;
    private static final int RETRY_SECONDS = 5;

    private final BankWork work;
    private final Links links;
    private final Cache<OperationId, BankId> banks =
            Caffeine.newBuilder().maximumSize(LINKS).build();

    BankRoom(BankWork work, Links links) {
        this.work = work;
        this.links = links;
    }

    /**
     * Whether something may be started by a link.
     *
     * @throws ProblemException if its bank has no room for it now
     */
    public void require(OperationId link) {
        if (work.state() == BankWork.State.NOT_WANTED) {
            return;
        }
        BankId bank = bank(link);
        if (bank != null && !work.hasRoom(bank)) {
            throw new ProblemException(ProblemCode.BUSY
                    .because("Bank " + Forms.BANK.write().apply(bank)
                            + " takes no more instructions now: nothing was done.")
                    .retryAfter(RETRY_SECONDS));
        }
    }

    private @Nullable BankId bank(OperationId link) {
        BankId known = banks.getIfPresent(link);
        if (known != null) {
            return known;
        }
        Optional<BankId> found = links.find(link).map(LinkState::bank);
        found.ifPresent(bank -> banks.put(link, bank));
        return found.orElse(null);
    }
}
