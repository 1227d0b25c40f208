package sekisho.gateway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Event;
import sekisho.protocol.RequestKey;
import sekisho.protocol.Side;
import sekisho.wire.OutcomeVisitor;

/**
 * The entries of one account, found by reading the whole outcome log of a home: exact, and slow. Pages and reports read
 * a projection instead.
 *
 * @param entries in the order in which they were booked
 */
public record AccountHistory(AccountKey account, List<AccountEntry> entries) {

    /** By which time a past balance is asked for. */
    public enum Time {
        /** When the engine booked it. */
        BOOKED,
        /** When it took effect. */
        EFFECTIVE
    }

    public AccountHistory {
        entries = List.copyOf(entries);
    }

    /** Reads the history of an account. */
    public static AccountHistory read(Path home, AccountKey account) {
        var found = new Finder(account);
        try (var reader = new OutcomeLogReader(home, 0)) {
            reader.readAll(found);
        }
        return new AccountHistory(account, found.entries);
    }

    /** The posted balance at the end of a millisecond, in minor units, in the account's normal direction. */
    public long balanceAt(long millis, Time time) {
        long balance = 0;
        for (AccountEntry line : entries) {
            long at = switch (time) {
                case BOOKED -> line.bookedAt();
                case EFFECTIVE -> line.effectiveAt();
            };
            if (at <= millis && line.entry().kind() == EntryKind.POSTED) {
                balance = Math.addExact(balance, signed(line.entry()));
            }
        }
        return balance;
    }

    private static long signed(Event.Entry entry) {
        Side grows = entry.account().kind().normal() == AccountKind.Normal.DEBIT ? Side.DEBIT : Side.CREDIT;
        return entry.side() == grows ? entry.amount() : -entry.amount();
    }

    /** Picks one account's entries out of the log. */
    private static final class Finder implements OutcomeVisitor {
        private static final long AS_BOOKED = 0;

        private final AccountKey account;
        private final List<AccountEntry> entries = new ArrayList<>();
        private final List<Event.Entry> group = new ArrayList<>();
        private long position;
        private long stamp;
        private long effectiveAt = AS_BOOKED;

        Finder(AccountKey account) {
            this.account = account;
        }

        @Override
        public void step(long stepPosition, long stepStamp) {
            position = stepPosition;
            stamp = stepStamp;
        }

        @Override
        public void event(Event event) {
            if (event instanceof Event.Effective(long at)) {
                effectiveAt = at;
            } else if (event instanceof Event.Entry entry && entry.account().equals(account)) {
                group.add(entry);
            }
        }

        @Override
        public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {
            close(key);
        }

        @Override
        public void timePassed() {
            close(null);
        }

        private void close(@Nullable RequestKey request) {
            for (Event.Entry entry : group) {
                entries.add(new AccountEntry(
                        position, stamp, effectiveAt == AS_BOOKED ? stamp : effectiveAt, request, entry));
            }
            group.clear();
            effectiveAt = AS_BOOKED;
        }
    }
}
