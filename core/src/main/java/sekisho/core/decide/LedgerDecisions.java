package sekisho.core.decide;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.core.ledger.Accounts;
import sekisho.core.ledger.Holders;
import sekisho.core.ledger.Holds;
import sekisho.core.ledger.Posting;
import sekisho.core.ledger.Reversals;
import sekisho.core.state.State;
import sekisho.core.time.Deadlines;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.Event;
import sekisho.protocol.HoldEnd;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.LedgerOutcome;
import sekisho.protocol.Line;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.Side;

/** Decides operators' postings and holds. */
final class LedgerDecisions {

    private final Bench bench;
    private final LinkUse use;
    private final State state;
    private final Accounts accounts;
    private final Holders holders;
    private final Holds holds;
    private final Reversals reversals;
    private final Deadlines deadlines;

    LedgerDecisions(Bench bench, LinkUse use) {
        this.use = use;
        this.bench = bench;
        state = bench.state();
        accounts = state.accounts();
        holders = state.holders();
        holds = state.holds();
        reversals = state.reversals();
        deadlines = state.deadlines();
    }

    LedgerOutcome decide(Request request, LedgerCommand command) {
        return switch (command) {
            case LedgerCommand.Book book -> book(request, book);
            case LedgerCommand.Hold hold -> hold(request, hold);
            case LedgerCommand.PostHold post -> post(request, post);
            case LedgerCommand.VoidHold annul -> annul(request, annul);
        };
    }

    private LedgerOutcome book(Request request, LedgerCommand.Book book) {
        Refusal refusal = resolve(request.book(), book.lines());
        if (refusal == null) {
            refusal = refusesShape(request.book(), book);
        }
        if (refusal != null) {
            return new Refused(refusal);
        }
        boolean reverses = !book.reverses().equals(OperationId.NONE);
        if (reverses && reversals.count() >= bench.capacity().reversals()) {
            return new Refused(Refusal.TABLE_FULL, bench.capacity().reversals());
        }
        Posting posting = bench.posting();
        if (book.upTo()) {
            long available = upTo(posting);
            if (available == 0) {
                return new Refused(Refusal.INSUFFICIENT_FUNDS);
            }
            posting.setAmounts(available);
        }
        Refused refused = refusesFunds(request.book(), false);
        if (refused != null) {
            return refused;
        }

        if (reverses) {
            reversals.add(request.book(), book.reverses());
            bench.events().tell(new Event.Reverses(book.reverses()));
        }
        posting.post(request.book().value());
        return new LedgerOutcome.Booked(posting.moved());
    }

    private @Nullable Refusal refusesShape(BookId in, LedgerCommand.Book book) {
        Posting posting = bench.posting();
        if (book.upTo() && !balancing(posting)) {
            return Refusal.BALANCING_NEEDS_TWO_LINES;
        }
        if (!posting.balanced()) {
            return Refusal.UNBALANCED;
        }
        return reversals.has(in, book.reverses()) ? Refusal.ALREADY_REVERSED : null;
    }

    private LedgerOutcome hold(Request request, LedgerCommand.Hold hold) {
        if (holds.count() >= bench.capacity().holds()) {
            return new Refused(Refusal.TABLE_FULL, bench.capacity().holds());
        }
        Refusal refusal = resolve(request.book(), hold.lines());
        if (refusal == null && !bench.posting().balanced()) {
            refusal = Refusal.UNBALANCED;
        }
        if (refusal != null) {
            return new Refused(refusal);
        }
        Refused refused = refusesFunds(request.book(), true);
        if (refused != null) {
            return refused;
        }

        long expiresAt = hold.expiresAfterMillis() == 0 ? 0 : bench.now() + hold.expiresAfterMillis();
        bench.posting().hold();
        int row = holds.add(request.book(), request.operation(), expiresAt, bench.posting());
        if (expiresAt != 0) {
            holds.setDeadline(row, deadlines.set(expiresAt, DeadlineKind.HOLD_EXPIRES, row, 0));
        }
        bench.events().tell(new Event.HoldOpened(request.operation(), expiresAt));
        return new LedgerOutcome.Held(expiresAt);
    }

    private LedgerOutcome post(Request request, LedgerCommand.PostHold post) {
        int row = find(request.book(), post.hold());
        if (row == 0) {
            return new Refused(Refusal.HOLD_NOT_FOUND);
        }
        Posting posting = holds.lines(row, bench.posting());
        Refused refused = refusesPost(request.book(), posting, post.amount());
        if (refused != null) {
            return refused;
        }

        holds.lines(row, posting).release();
        if (post.amount() != 0) {
            posting.setAmounts(post.amount());
        }
        posting.post(request.book().value());
        long moved = posting.moved();
        end(row, HoldEnd.POSTED);
        return new LedgerOutcome.Posted(moved);
    }

    private @Nullable Refused refusesPost(BookId book, Posting posting, long part) {
        if (part != 0) {
            if (posting.count() > 2) {
                return new Refused(Refusal.PART_OF_MANY_LINES);
            }
            if (part > posting.amount(0)) {
                return new Refused(Refusal.MORE_THAN_HELD, posting.amount(0));
            }
            posting.setAmounts(part);
        }
        for (int i = 0; i < posting.count(); i++) {
            Refusal closed = closed(accounts.holder(posting.account(i)));
            if (closed == null && posting.side(i) == Side.CREDIT) {
                closed = unverified(posting.account(i));
            }
            if (closed != null) {
                return new Refused(closed);
            }
        }
        return refusesShortfall(book);
    }

    private LedgerOutcome annul(Request request, LedgerCommand.VoidHold annul) {
        int row = find(request.book(), annul.hold());
        if (row == 0) {
            return new Refused(Refusal.HOLD_NOT_FOUND);
        }

        holds.lines(row, bench.posting()).release();
        end(row, HoldEnd.VOIDED);
        return new LedgerOutcome.Released();
    }

    /** The time of a hold is over. */
    void expire(int row) {
        holds.lines(row, bench.posting()).release();
        end(row, HoldEnd.EXPIRED);
    }

    private void end(int row, HoldEnd end) {
        OperationId id = holds.id(row);
        if (holds.deadline(row) != 0) {
            deadlines.clear(holds.deadline(row));
        }
        holds.remove(row);
        bench.events().tell(new Event.HoldClosed(id, end));
    }

    private int find(BookId book, OperationId id) {
        int row = holds.find(book, id);
        return row != 0 && !holds.expired(row, bench.now()) ? row : 0;
    }

    /** Puts lines into the posting, or says why the first that cannot be cannot. */
    private @Nullable Refusal resolve(BookId book, List<Line> lines) {
        bench.posting().clear();
        for (Line line : lines) {
            Refusal refusal = resolve(book, line);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private @Nullable Refusal resolve(BookId book, Line line) {
        AccountKey key = line.account();
        if (!state.currencies().knows(key.currency())) {
            return Refusal.CURRENCY_NOT_FOUND;
        }
        if (!key.book().equals(book)) {
            return Refusal.ACCOUNT_NOT_FOUND;
        }
        AccountKind kind = key.kind();
        if (kind.customer()) {
            return resolveCustomer(key, line);
        }
        if (kind.ofBank()) {
            if (key.owner() > 9_999 || state.banks().find(book, new BankId((int) key.owner())) == 0) {
                return Refusal.BANK_NOT_FOUND;
            }
        } else if (key.owner() != 1) {
            return Refusal.ACCOUNT_NOT_FOUND;
        }
        int account = accounts.system(book, kind, key.owner(), key.currency());
        bench.posting().line(account, line.side(), line.amount());
        return null;
    }

    private @Nullable Refusal resolveCustomer(AccountKey key, Line line) {
        int holder = holders.find(key.book(), key.kind(), key.owner());
        int account = holder == 0 ? 0 : accounts.find(holder, key.currency());
        if (account == 0) {
            return Refusal.ACCOUNT_NOT_FOUND;
        }
        bench.posting().line(account, line.side(), line.amount());
        Refusal closed = closed(holder);
        return closed == null && line.side() == Side.CREDIT ? unverified(account) : closed;
    }

    /** Why an account may not receive money, or null. */
    private @Nullable Refusal unverified(int account) {
        return accounts.kind(account) == AccountKind.WALLET
                        && use.unverified(accounts.holder(account), accounts.currency(account))
                ? Refusal.WALLET_UNVERIFIED
                : null;
    }

    private @Nullable Refusal closed(int holder) {
        if (!holders.closed(holder)) {
            return null;
        }
        return holders.kind(holder) == AccountKind.WALLET ? Refusal.WALLET_CLOSED : Refusal.MERCHANT_CLOSED;
    }

    /** One debit and one credit of the same amount in the same currency. */
    private boolean balancing(Posting posting) {
        return posting.count() == 2
                && posting.side(0) != posting.side(1)
                && posting.amount(0) == posting.amount(1)
                && accounts.currency(posting.account(0)).equals(accounts.currency(posting.account(1)));
    }

    /** How much of a balancing posting its accounts have. */
    private long upTo(Posting posting) {
        long most = posting.amount(0);
        for (int i = 0; i < 2; i++) {
            int account = posting.account(i);
            if (posting.lowers(account, false) > 0 && Accounts.floored(accounts.kind(account))) {
                most = Math.min(most, accounts.spendable(account));
            }
        }
        return most;
    }

    /** Floors, safeguarding and ranges. With {@code hold}, lines only reserve. */
    private @Nullable Refused refusesFunds(BookId book, boolean hold) {
        Posting posting = bench.posting();
        int below = posting.firstBelowFloor(hold);
        if (below >= 0) {
            int account = posting.account(below);
            boolean bank = accounts.kind(account) == AccountKind.SETTLEMENT;
            return new Refused(
                    bank ? Refusal.BANK_FUNDS_EXHAUSTED : Refusal.INSUFFICIENT_FUNDS, accounts.spendable(account));
        }
        Refused shortfall = hold ? null : refusesShortfall(book);
        if (shortfall != null) {
            return shortfall;
        }
        return posting.overflows() ? new Refused(Refusal.AMOUNT_OVERFLOW) : null;
    }

    private @Nullable Refused refusesShortfall(BookId book) {
        int at = bench.posting().firstShortfall(book.value());
        if (at < 0) {
            return null;
        }
        long held = state.safeguard()
                .held(book.value(), accounts.currency(bench.posting().account(at)));
        return new Refused(Refusal.SAFEGUARDING_SHORTFALL, held);
    }
}
