package sekisho.core.decide;

import sekisho.core.checkpoint.CheckedLinks;
import sekisho.core.state.State;
import sekisho.core.time.Deadlines;

/** What time ends in founded books: evidence, used tokens, the steps of links, visits, locks. Deadlines are given by their rows. */
final class FoundedOverdue {

    private final State state;
    private final Deadlines deadlines;
    private final CheckedLinks checked;
    private final Persons persons;
    private final CheckpointSteps steps;
    private final Reviews reviews;
    private final DoorDecisions door;
    private final AccountLocks locks;

    FoundedOverdue(
            Bench bench,
            Persons persons,
            CheckpointSteps steps,
            Reviews reviews,
            DoorDecisions door,
            AccountLocks locks) {
        this.door = door;
        this.locks = locks;
        this.persons = persons;
        this.steps = steps;
        this.reviews = reviews;
        state = bench.state();
        deadlines = state.deadlines();
        checked = state.checkedLinks();
    }

    /** A used token cannot be accepted any more in any case. */
    void forgetToken(int deadline, int row) {
        deadlines.clear(deadline);
        state.identities().used().remove(row);
    }

    void reviewPerson(int row) {
        persons.review(row);
    }

    void stepLink(int row) {
        steps.timeIsUp(row);
    }

    void forgetVisit(int deadline, int row) {
        door.forgetVisit(deadline, row);
    }

    void endLock(int row) {
        locks.timeIsUp(row);
    }

    void reviewLinks(int bank) {
        reviews.goOn(bank);
    }

    /** A closed link is forgotten; what it rested on too. */
    void forgetLink(int link) {
        int holder = state.links().holder(link);
        int row = checked.find(
                sekisho.core.ledger.Books.of(state.holders().book(holder)),
                state.links().id(link));
        if (row != 0) {
            reviews.skip(row);
            checked.remove(row);
        }
        state.links().remove(link);
    }
}
