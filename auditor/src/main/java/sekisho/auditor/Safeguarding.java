package sekisho.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.Event;
import sekisho.protocol.Line;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;

/** E-money outstanding against the money that is held for it. */
final class Safeguarding {

    private final State state;

    Safeguarding(State state) {
        this.state = state;
    }

    private State.Funds funds(BookId book, Currency currency) {
        return state.funds.getOr(new Keys.Funds(book, currency), State.Funds.NONE);
    }

    /** The refusal if posting these lines would leave a larger excess than both none and the one before. */
    @Nullable
    Refused shortfall(BookId book, List<Line> lines) {
        for (Currency currency : Lines.currencies(lines)) {
            State.Funds before = funds(book, currency);
            long excess = before.excess();
            for (Line line : lines) {
                if (line.account().currency().equals(currency)) {
                    excess += excess(line);
                }
            }
            if (excess > Math.max(0, before.excess())) {
                return new Refused(Refusal.SAFEGUARDING_SHORTFALL, before.held());
            }
        }
        return null;
    }

    /** What a line adds to outstanding − held. */
    private static long excess(Line line) {
        boolean raises = line.side() == Accounts.normal(line.account().kind());
        long change = raises ? line.amount() : -line.amount();
        if (line.account().kind().customer()) {
            return change;
        }
        return line.account().kind().funds() ? -change : 0;
    }

    /** Says so when there is an excess now. */
    void report(BookId book, Currency currency) {
        State.Funds now = funds(book, currency);
        if (now.excess() > 0) {
            state.emit(new Event.SafeguardingShortfall(currency, now.outstanding(), now.held()));
        }
    }
}
