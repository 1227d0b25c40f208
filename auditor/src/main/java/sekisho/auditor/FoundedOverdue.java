package sekisho.auditor;

import java.util.List;
import sekisho.protocol.BankId;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.DeadlineRow;
import sekisho.protocol.Token;

/** What happens in founded books when a deadline passes. */
final class FoundedOverdue {

    private final State state;
    private final IdentityRules identities;
    private final LinkSteps steps;
    private final ReviewRules reviews;
    private final DoorRules door;
    private final LockRules locks;

    FoundedOverdue(
            State state,
            IdentityRules identities,
            LinkSteps steps,
            ReviewRules reviews,
            DoorRules door,
            LockRules locks) {
        this.door = door;
        this.locks = locks;
        this.state = state;
        this.identities = identities;
        this.steps = steps;
        this.reviews = reviews;
    }

    private static Token subject(DeadlineRow due) {
        return new Token(due.subject().high(), due.subject().low());
    }

    void forgetToken(DeadlineRow due) {
        state.founded.used.remove(List.of(due.book(), subject(due)));
    }

    void reviewPerson(DeadlineRow due) {
        identities.review(due.book(), subject(due));
    }

    void stepLink(Keys.Started key) {
        steps.timeIsUp(key);
    }

    void forgetVisit(Keys.Started visit) {
        door.forget(visit);
    }

    void endLock(DeadlineRow due) {
        locks.timeIsUp(new LockRules.Account(due.book(), new BankId((int) due.owner()), subject(due)));
    }

    void reviewLinks(DeadlineRow due) {
        reviews.goOn(due.book(), new BankId((int) due.owner()));
    }

    /** A link is about to be forgotten. */
    void forgetLink(Keys.Started key) {
        CheckedLinkRow link = state.founded.links.find(key);
        if (link != null) {
            reviews.skip(link);
            steps.forget(link);
        }
    }
}
