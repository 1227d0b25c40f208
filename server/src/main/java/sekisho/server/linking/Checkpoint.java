package sekisho.server.linking;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import sekisho.bank.redirect.SignedStatement;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.Assertion;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.CheckpointOutcome;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.protocol.WalletId;
import sekisho.server.engine.ServerClients;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;

/** The engine's checkpoint, as this server speaks to it. Any thread; made for virtual ones. */
final class Checkpoint {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Gateway gateway;
    private final Links links;
    private final AccountTokens tokens;

    Checkpoint(Gateway gateway, Links links, AccountTokens tokens) {
        this.gateway = gateway;
        this.links = links;
        this.tokens = tokens;
    }

    /** What the engine says. */
    sealed interface Said {

        /** The link stands there now. */
        record Moved(LinkStatus status, long position) implements Said {}

        /** It refuses, or the word was a no. */
        record No(Refusal reason, long bound) implements Said {}

        /** It does not answer, or nobody knows whether it did. */
        record Nothing() implements Said {}
    }

    /** What a request for a link is called. */
    static OperationId link(RequestId request) {
        return OperationId.of(ServerClients.SERVER, request, 0);
    }

    Said ask(RequestId id, CheckpointCommand.Ask ask, Assertion owner) {
        return said(gateway.submit(ServerClients.SERVER, id, ask, 0, List.of(owner)));
    }

    Said depart(WalletId wallet, OperationId link) {
        return said(gateway.submit(new CheckpointCommand.Depart(wallet, link)));
    }

    Said report(SignedStatement statement) {
        var result = statement.result();
        Said said = said(gateway.submit(new CheckpointCommand.Report(result, statement.signature())));
        if (said instanceof Said.Moved) {
            tokens.note(result.link(), result.bank(), result.account());
        }
        return said;
    }

    /**
     * Where a link stands whose word was brought before; empty: that was not why it was refused, or it came to nothing.
     * The word that was taken has moved the link: as long as the tables do not show that, they are behind, and are waited
     * for.
     */
    Optional<LinkStatus> after(OperationId link, Refusal reason) {
        if (reason != Refusal.NONCE_USED) {
            return Optional.empty();
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (onItsWay(link) || links.find(link).isEmpty()) {
            if (System.nanoTime() - end > 0) {
                return Optional.empty();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return links.find(link).map(LinkState::status).filter(status -> status != LinkStatus.CLOSED);
    }

    /** Whether a link is still on its way to the bank's word. */
    boolean onItsWay(OperationId link) {
        return links.find(link)
                .map(LinkState::status)
                .filter(status -> status == LinkStatus.REQUESTED || status == LinkStatus.AT_BANK)
                .isPresent();
    }

    private static Said said(Submission submission) {
        if (!(submission instanceof Submission.Answered answered)) {
            return new Said.Nothing();
        }
        return switch (answered.answer().outcome()) {
            case CheckpointOutcome.Moved(var status, var _) -> new Said.Moved(status, answered.position());
            case CheckpointOutcome.Denied(var reason) -> new Said.No(reason, 0);
            case Refused(var reason, var bound) -> new Said.No(reason, bound);
            default -> throw new IllegalStateException("the checkpoint said something else than where a link stands");
        };
    }
}
