package sekisho.core.decide;

import sekisho.core.banks.Links;
import sekisho.core.checkpoint.CheckedLinks;
import sekisho.core.state.State;
import sekisho.core.time.Deadlines;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankOperation;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.Event;
import sekisho.protocol.LinkReason;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.Purpose;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.LockRow;

/** What can happen to a link of a founded book. Nothing here refuses. */
final class CheckpointSteps {

    private final Bench bench;
    private final Floors floors;
    private final Links links;
    private final CheckedLinks checked;
    private final Deadlines deadlines;
    private final State state;

    CheckpointSteps(Bench bench, Floors floors) {
        this.bench = bench;
        this.floors = floors;
        state = bench.state();
        links = state.links();
        checked = state.checkedLinks();
        deadlines = state.deadlines();
    }

    /** The row of the link itself. */
    int link(CheckedLinkRow link) {
        int wallet = state.holders()
                .find(link.book(), AccountKind.WALLET, link.wallet().value());
        return links.find(wallet, link.link());
    }

    LinkStatus status(CheckedLinkRow link) {
        return links.status(link(link));
    }

    /** A link stands somewhere from now on, until time moves it on (ms; 0: never). */
    void move(CheckedLinkRow link, LinkStatus status, LinkReason reason, long until) {
        int row = checked.put(link.at(link.activeAt(), until));
        int known = link(link);
        boolean moves = links.status(known) != status;
        links.setStatus(known, status);
        if (checked.deadline(row) != 0) {
            deadlines.clear(checked.deadline(row));
            checked.setDeadline(row, 0);
        }
        if (until != 0) {
            checked.setDeadline(row, deadlines.set(until, DeadlineKind.LINK_STEPS, row, 0));
        }
        if (status == LinkStatus.CLOSED) {
            deadlines.set(bench.now() + Memories.KEPT_MILLIS, DeadlineKind.LINK_FORGOTTEN, known, 0);
        }
        if (moves || reason == LinkReason.ASKED) {
            bench.events().tell(new Event.LinkChanged(link.link(), link.wallet(), link.bank(), status));
        }
        bench.events()
                .tell(new Event.LinkMoved(
                        link.link(), link.wallet(), link.bank(), status, link.strength(), reason, until));
    }

    /** Nothing came in time, or nobody objected in time. */
    void timeIsUp(int row) {
        CheckedLinkRow link = checked.at(row);
        LinkStatus status = status(link);
        if (status == LinkStatus.COOLING_OFF) {
            coolOff(link);
        } else if (link.purpose() == Purpose.REVERIFY && status != LinkStatus.WAITING_FOR_HOLDER) {
            move(link, LinkStatus.SUSPENDED, LinkReason.RAN_OUT, 0);
        } else {
            move(link, LinkStatus.CLOSED, LinkReason.RAN_OUT, 0);
        }
    }

    /** A link to an account that is locked cools off anew when the lock ends. */
    private void coolOff(CheckedLinkRow link) {
        LockRow lock = state.locks().holding(link.book(), link.bank(), link.account());
        if (lock != null) {
            long from = Math.max(bench.now(), lock.until());
            move(
                    link,
                    LinkStatus.COOLING_OFF,
                    LinkReason.LOCKED,
                    from + floors.objectionMillis(link.book(), link.bank()));
        } else if (floors.refuses(link.book(), BankOperation.LINKS, floors.strength(link)) != null) {
            move(link, LinkStatus.SUSPENDED, LinkReason.BELOW_FLOOR, 0);
        } else {
            move(link.at(bench.now(), 0), LinkStatus.ACTIVE, LinkReason.COOLED_OFF, 0);
        }
    }
}
