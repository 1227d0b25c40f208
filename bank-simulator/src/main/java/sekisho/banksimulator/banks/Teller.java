package sekisho.banksimulator.banks;

import java.util.Optional;
import sekisho.banksimulator.books.BankBooks;
import sekisho.banksimulator.books.DeclineCode;
import sekisho.banksimulator.books.Order;
import sekisho.banksimulator.books.Verdict;
import sekisho.banksimulator.conduct.CallKind;
import sekisho.banksimulator.conduct.Misbehaviour;
import sekisho.banksimulator.conduct.Temper;

/** Serves calls, as well as the bank's temper lets it. Any thread; a call may take as long as the temper says. */
final class Teller {
    private final BankBooks books;
    private final Temper temper;

    Teller(BankBooks books, Temper temper) {
        this.books = books;
        this.temper = temper;
    }

    Reply serve(CallKind kind, Order order) {
        return said(done(kind, order));
    }

    Reply serve(CallKind kind, Order order, Misbehaviour suffered) throws InterruptedException {
        return switch (suffered.fault()) {
            case SLOW -> said(doneSlowly(kind, order, suffered.millis()));
            case HANGS -> {
                temper.hold();
                yield said(done(kind, order));
            }
            case HANGS_AFTER_DOING -> {
                Verdict verdict = done(kind, order);
                temper.hold();
                yield said(verdict);
            }
            case LOSES_REQUEST -> new Reply.Cut();
            case LOSES_ANSWER -> {
                Verdict _ = done(kind, order);
                yield new Reply.Cut();
            }
            case ANSWERS_TWICE -> new Reply.Said(done(kind, order), 2);
            case DOWN -> new Reply.Unavailable();
            case SAYS_DECLINED -> said(denied(done(kind, order)));
            case SAYS_SETTLED -> said(invented(order));
        };
    }

    private Verdict done(CallKind kind, Order order) {
        return switch (kind) {
            case DEBIT, CREDIT -> books.take(order).orElseGet(() -> books.carryOut(order));
            case ENQUIRY -> books.enquire(order);
        };
    }

    private Verdict doneSlowly(CallKind kind, Order order, long millis) throws InterruptedException {
        return switch (kind) {
            case DEBIT, CREDIT -> {
                Optional<Verdict> before = books.take(order);
                temper.pause(millis);
                yield before.isPresent() ? before.get() : books.carryOut(order);
            }
            case ENQUIRY -> {
                temper.pause(millis);
                yield books.enquire(order);
            }
        };
    }

    private static Verdict denied(Verdict truth) {
        return truth instanceof Verdict.Settled ? new Verdict.Declined(DeclineCode.REFUSED) : truth;
    }

    private Verdict invented(Order order) {
        Verdict truth = books.take(order).orElseGet(() -> books.refuse(order, DeclineCode.REFUSED));
        return truth instanceof Verdict.Declined
                ? new Verdict.Settled(order.key().hashCode() & Integer.MAX_VALUE)
                : truth;
    }

    private static Reply said(Verdict verdict) {
        return new Reply.Said(verdict, 1);
    }
}
