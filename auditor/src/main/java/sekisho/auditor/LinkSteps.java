package sekisho.auditor;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.BankOperation;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.Event;
import sekisho.protocol.LinkReason;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Purpose;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.LinkRow;
import sekisho.protocol.StateRecord.LockRow;

/** Section 8, "Links": how a link of a founded book moves. */
final class LinkSteps {

    private final State state;
    private final FoundedTables tables;
    private final Deadlines deadlines;
    private final FloorRules floors;

    LinkSteps(State state, Deadlines deadlines, FloorRules floors) {
        this.state = state;
        this.deadlines = deadlines;
        this.floors = floors;
        tables = state.founded;
    }

    LinkStatus status(CheckedLinkRow link) {
        return state.links.get(new Keys.Started(link.book(), link.link())).status();
    }

    /** A link that was asked for now: behind the others of its wallet, and of its bank. */
    void add(CheckedLinkRow link) {
        Keys.Holder wallet = Keys.Holder.of(link.book(), link.wallet());
        List<OperationId> ofWallet = new ArrayList<>(state.linksOf.getOr(wallet, List.of()));
        ofWallet.add(link.link());
        state.linksOf.put(wallet, List.copyOf(ofWallet));
        Keys.Bank bank = new Keys.Bank(link.book(), link.bank());
        List<OperationId> ofBank = new ArrayList<>(tables.linksOf.getOr(bank, List.of()));
        ofBank.add(link.link());
        tables.linksOf.put(bank, List.copyOf(ofBank));
        state.links.put(
                new Keys.Started(link.book(), link.link()),
                new LinkRow(link.book(), link.wallet(), link.link(), 0, link.bank(), LinkStatus.REQUESTED, 0));
    }

    void move(CheckedLinkRow link, LinkStatus status, LinkReason reason, long until) {
        Keys.Started key = new Keys.Started(link.book(), link.link());
        tables.links.put(key, link.at(link.activeAt(), until));
        LinkRow row = state.links.get(key);
        state.links.put(
                key,
                new LinkRow(row.book(), row.wallet(), row.link(), row.place(), row.bank(), status, row.evidence()));
        deadlines.drop(DeadlineKind.LINK_STEPS, link.book(), link.link());
        if (until != 0) {
            deadlines.set(DeadlineKind.LINK_STEPS, link.book(), link.link(), until);
        }
        if (status == LinkStatus.CLOSED) {
            deadlines.set(
                    DeadlineKind.LINK_FORGOTTEN, key, link.wallet().value(), state.now.get() + Deadlines.REMEMBERED);
        }
        if (row.status() != status || reason == LinkReason.ASKED) {
            state.emit(new Event.LinkChanged(link.link(), link.wallet(), link.bank(), status));
        }
        state.emit(
                new Event.LinkMoved(link.link(), link.wallet(), link.bank(), status, link.strength(), reason, until));
    }

    /** Time moves a link on. */
    void timeIsUp(Keys.Started key) {
        CheckedLinkRow link = tables.links.get(key);
        switch (status(link)) {
            case COOLING_OFF -> {
                var account = new LockRules.Account(link.book(), link.bank(), link.account());
                LockRow lock = tables.holding(account, state.now.get());
                if (lock != null) {
                    long end = Math.max(lock.until(), state.now.get());
                    move(link, LinkStatus.COOLING_OFF, LinkReason.LOCKED, end + floors.objection(link));
                } else if (floors.tooWeak(link.book(), BankOperation.LINKS, floors.strength(link)) == null) {
                    move(link.at(state.now.get(), 0), LinkStatus.ACTIVE, LinkReason.COOLED_OFF, 0);
                } else {
                    move(link, LinkStatus.SUSPENDED, LinkReason.BELOW_FLOOR, 0);
                }
            }
            case WAITING_FOR_HOLDER -> move(link, LinkStatus.CLOSED, LinkReason.RAN_OUT, 0);
            case REQUESTED, AT_BANK ->
                move(
                        link,
                        link.purpose() == Purpose.REVERIFY ? LinkStatus.SUSPENDED : LinkStatus.CLOSED,
                        LinkReason.RAN_OUT,
                        0);
            case ACTIVE, SUSPENDED, CLOSED -> throw new IllegalStateException("time does not move this link");
        }
    }

    /** What a forgotten link rested on is forgotten too. */
    void forget(CheckedLinkRow link) {
        Keys.Bank bank = new Keys.Bank(link.book(), link.bank());
        List<OperationId> left = new ArrayList<>(tables.linksOf.get(bank));
        left.remove(link.link());
        tables.linksOf.put(bank, List.copyOf(left));
        tables.links.remove(new Keys.Started(link.book(), link.link()));
    }
}
