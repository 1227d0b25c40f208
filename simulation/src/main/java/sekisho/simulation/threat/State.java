package sekisho.simulation.threat;

import java.util.ArrayList;
import java.util.List;
import sekisho.core.limits.Slots;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.StateRecord;
import sekisho.protocol.WalletId;

/**
 * Where a thief stands: the engine's state, and what he did so far.
 *
 * @param debits what left the victim's account, and when
 * @param gone yen that are in no wallet any more
 */
record State(List<StateRecord> rows, long now, List<Debit> debits, long gone, long sent, long resold, long cashedOut) {

    /** Yen that left the victim's account at a time (ms). */
    record Debit(long at, long amount) {}

    long debited() {
        return debits.stream().mapToLong(Debit::amount).sum();
    }

    /** The most within any 24 hours. */
    long in24Hours() {
        long most = 0;
        for (Debit last : debits) {
            long sum = 0;
            for (Debit debit : debits) {
                boolean within = debit.at() <= last.at() && debit.at() > last.at() - ThreatWorld.DAY;
                sum += within ? debit.amount() : 0;
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    /** The wallet's link to the victim's account, or none. */
    OperationId link(WalletId wallet) {
        for (StateRecord row : rows) {
            if (row instanceof StateRecord.CheckedLinkRow link
                    && link.wallet().equals(wallet)
                    && link.bank().equals(ThreatWorld.BANK)
                    && status(link.link()) != LinkStatus.CLOSED) {
                return link.link();
            }
        }
        return OperationId.NONE;
    }

    /** How many links to the victim's account there are. */
    int links() {
        int links = 0;
        for (StateRecord row : rows) {
            boolean his = row instanceof StateRecord.CheckedLinkRow link
                    && link.bank().equals(ThreatWorld.BANK)
                    && status(link.link()) != LinkStatus.CLOSED;
            links += his ? 1 : 0;
        }
        return links;
    }

    /** The wallet's link to where it may cash out. */
    OperationId own(WalletId wallet) {
        for (StateRecord row : rows) {
            if (row instanceof StateRecord.CheckedLinkRow link
                    && link.wallet().equals(wallet)
                    && link.bank().equals(ThreatWorld.OWN)) {
                return link.link();
            }
        }
        return OperationId.NONE;
    }

    private LinkStatus status(OperationId id) {
        for (StateRecord row : rows) {
            if (row instanceof StateRecord.LinkRow link && link.link().equals(id)) {
                return link.status();
            }
        }
        return LinkStatus.CLOSED;
    }

    /** The next time at which anything changes by itself: a link moves or grows older, a window forgets, money grows old. */
    long nextTimer(long end) {
        List<Long> times = new ArrayList<>(List.of(end));
        for (StateRecord row : rows) {
            switch (row) {
                case StateRecord.DeadlineRow due -> times.add(due.at());
                case StateRecord.CheckedLinkRow link -> times.add(link.activeAt() + ThreatWorld.DAY);
                case StateRecord.LotRow lot -> times.add(lot.until());
                case StateRecord.WindowRow window -> {
                    times.add(Slots.leaves(window.slot(), Slots.DAY) * Slots.GRAIN);
                    times.add(Slots.leaves(window.slot(), Slots.MONTH) * Slots.GRAIN);
                }
                default -> {} // changes nothing by itself
            }
        }
        return times.stream().filter(time -> time > now).min(Long::compare).orElse(end);
    }

    /** What two states have in common that a thief can do the same from. */
    String look(ThreatWorld world) {
        return now + " " + debits + " " + gone + " " + (sent > 0) + " " + (resold > 0) + " " + (cashedOut > 0) + " "
                + world.balance(ThreatWorld.FIRST) + " " + world.balance(ThreatWorld.SECOND) + " "
                + world.balance(ThreatWorld.ACCOMPLICE) + " " + status(link(ThreatWorld.FIRST)) + " "
                + status(link(ThreatWorld.SECOND));
    }
}
