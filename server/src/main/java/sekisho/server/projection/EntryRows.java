package sekisho.server.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.Event;
import sekisho.protocol.OperationId;

/** Rows of entries and of the accounts that they begin. One owner thread. */
final class EntryRows {
    private static final int NONE = 0;

    private final CopyRows accounts;
    private final CopyRows entries;

    EntryRows(CopyRows accounts, CopyRows entries) {
        this.accounts = accounts;
        this.entries = entries;
    }

    /**
     * Writes the entries of one operation.
     *
     * @param effectiveAt when the movement took effect (ms)
     * @param lines its entries, in their order
     */
    void write(Group group, OperationId operation, long effectiveAt, List<Event.Entry> lines, Standings standings) {
        // Row numbers first: a line's counterpart may come behind it.
        for (Event.Entry line : lines) {
            if (standings.find(line.account()) == null) {
                begin(line.account(), group, standings);
            }
        }
        for (Event.Entry line : lines) {
            Standing standing = standing(line.account(), standings);
            standing.apply(line);
            entries.row()
                    .int8(group.position())
                    .int8(line.sequence())
                    .int8(line.amount())
                    .int8(line.balance())
                    .int8(standing.held())
                    .int8(standing.expected())
                    .time(group.stamp())
                    .time(effectiveAt)
                    .int4(standing.id())
                    .int4(counterpart(line, lines, standings))
                    .uuid(operation)
                    .int2(group.index())
                    .int2(line.kind().code())
                    .int2(line.side().code())
                    .int2(group.outcome());
        }
    }

    private void begin(AccountKey account, Group group, Standings standings) {
        Standing begun = standings.add(account);
        accounts.row()
                .int8(account.owner())
                .int8(group.position())
                .int4(begun.id())
                .int4(account.book().value())
                .int2(account.kind().code())
                .letters(account.currency());
    }

    /** The first line of the same kind and currency on the other side. */
    private static int counterpart(Event.Entry line, List<Event.Entry> lines, Standings standings) {
        for (Event.Entry other : lines) {
            if (other.side() != line.side()
                    && other.kind() == line.kind()
                    && other.account().currency().equals(line.account().currency())) {
                return standing(other.account(), standings).id();
            }
        }
        return NONE;
    }

    private static Standing standing(AccountKey account, Standings standings) {
        @Nullable Standing standing = standings.find(account);
        if (standing == null) {
            throw new IllegalStateException("an account without a row number: " + account);
        }
        return standing;
    }
}
