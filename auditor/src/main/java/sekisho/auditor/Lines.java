package sekisho.auditor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sekisho.protocol.AccountKey;
import sekisho.protocol.Currency;
import sekisho.protocol.Line;
import sekisho.protocol.Side;

/** Writes down the lines of a posting; an amount of 0 makes no line. */
final class Lines {

    private final List<Line> lines = new ArrayList<>();

    Lines debit(AccountKey account, long amount) {
        return add(account, Side.DEBIT, amount);
    }

    Lines credit(AccountKey account, long amount) {
        return add(account, Side.CREDIT, amount);
    }

    List<Line> all() {
        return List.copyOf(lines);
    }

    private Lines add(AccountKey account, Side side, long amount) {
        if (amount > 0) {
            lines.add(new Line(account, side, amount));
        }
        return this;
    }

    /** The currencies in the order of their first line. */
    static Set<Currency> currencies(List<Line> lines) {
        Set<Currency> currencies = new LinkedHashSet<>();
        for (Line line : lines) {
            currencies.add(line.account().currency());
        }
        return currencies;
    }

    static long sum(List<Line> lines, Currency currency, Side side) {
        long sum = 0;
        for (Line line : lines) {
            if (line.account().currency().equals(currency) && line.side() == side) {
                sum += line.amount();
            }
        }
        return sum;
    }
}
