package sekisho.server.wallet.history;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.OutcomeKind;
import sekisho.protocol.Side;
import sekisho.server.history.BookedEntry;
import sekisho.server.json.Forms;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.Counterparts;

/** Makes lines of entries: who was on the other side, and what it was. Any thread. */
public final class Lines {
    private final Counterparts counterparts;

    public Lines(Counterparts counterparts) {
        this.counterparts = counterparts;
    }

    public List<Line> of(Visit visit, List<BookedEntry> entries) {
        var others = new HashSet<AccountKey>();
        for (BookedEntry entry : entries) {
            AccountKey other = entry.counterpart();
            if (other != null) {
                others.add(other);
            }
        }
        Map<AccountKey, String> names = counterparts.names(visit, others);
        return entries.stream().map(entry -> line(visit, entry, names)).toList();
    }

    private static Line line(Visit visit, BookedEntry entry, Map<AccountKey, String> names) {
        boolean in = entry.side() == Side.CREDIT;
        AccountKey other = entry.counterpart();
        String name = other == null ? "" : names.getOrDefault(other, "");
        return new Line(
                icon(entry, in),
                title(visit, entry, in, name),
                entry.bookedAt(),
                in ? entry.amount() : -entry.amount(),
                entry.balance(),
                "/receipt/" + Forms.OPERATION.write().apply(entry.operation()));
    }

    private static String icon(BookedEntry entry, boolean in) {
        AccountKind kind = kind(entry);
        if (kind == AccountKind.WALLET) {
            return in ? "receive" : "send";
        }
        return kind == AccountKind.MERCHANT ? "shop" : in ? "top-up" : "cash-out";
    }

    private static String title(Visit visit, BookedEntry entry, boolean in, String name) {
        AccountKind kind = kind(entry);
        if (kind == AccountKind.WALLET) {
            return visit.say(in ? "line.from" : "line.to", name);
        }
        if (kind == AccountKind.MERCHANT) {
            return in || entry.outcome() == OutcomeKind.PAYMENT_REFUNDED ? visit.say("line.refund", name) : name;
        }
        if (kind == AccountKind.SETTLEMENT || kind == AccountKind.SUSPENSE || kind == AccountKind.IN_TRANSIT) {
            return visit.say(in ? "line.top-up" : "line.cash-out", name);
        }
        return visit.say("line.house");
    }

    private static @Nullable AccountKind kind(BookedEntry entry) {
        AccountKey other = entry.counterpart();
        return other == null ? null : other.kind();
    }
}
