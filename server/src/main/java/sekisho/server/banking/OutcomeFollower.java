package sekisho.server.banking;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Answer;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestKey;
import sekisho.wire.OutcomeVisitor;

/** Hands what the outcome log says about instructions to the banks' desks. Owner: the thread that reads the log. */
final class OutcomeFollower implements OutcomeVisitor {
    private final Map<BankId, BankPost> posts;
    private @Nullable OperationId due;

    /** @param posts may grow meanwhile */
    OutcomeFollower(Map<BankId, BankPost> posts) {
        this.posts = posts;
    }

    @Override
    public void step(long position, long stamp) {
        due = null;
    }

    @Override
    public void event(Event event) {
        switch (event) {
            case Event.EnquiryDue enquiry -> due = enquiry.instruction();
            case Event.InstructionChanged change -> changed(change);
            case Event.BankContradiction contradiction -> {
                BankPost post = posts.get(contradiction.bank());
                if (post != null) {
                    post.contradicted(contradiction);
                }
            }
            case Event.Entry _,
                    Event.Effective _,
                    Event.Reverses _,
                    Event.HoldOpened _,
                    Event.HoldClosed _,
                    Event.PaymentChanged _,
                    Event.LinkChanged _,
                    Event.HolderChanged _,
                    Event.BankChanged _,
                    Event.SafeguardingShortfall _,
                    Event.ClockHalted _,
                    Event.TrustChanged _,
                    Event.EvidenceAccepted _,
                    Event.AssuranceChanged _,
                    Event.AuthenticatorChanged _,
                    Event.LinkMoved _,
                    Event.TryFailed _,
                    Event.DoorFailed _,
                    Event.LockMoved _ -> {}
        }
    }

    @Override
    public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {}

    @Override
    public void timePassed() {}

    private void changed(Event.InstructionChanged change) {
        BankPost post = posts.get(change.bank());
        if (post == null) {
            return;
        }
        // An enquiry falls due together with a change that says everything about the instruction.
        if (change.instruction().equals(due)) {
            due = null;
            post.desk().due(change);
        } else {
            post.desk().changed(change);
        }
    }
}
