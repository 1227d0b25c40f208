package sekisho.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Line;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.PaymentOutcome;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.Booked;
import sekisho.protocol.StateRecord.HolderRow;
import sekisho.protocol.StateRecord.PaymentRow;
import sekisho.protocol.WalletId;

/** Section 6, "Money": from wallet to merchant, up to the capture. */
final class PaymentRules {

    private final State state;
    private final Accounts accounts;
    private final Holders holders;
    private final Limits limits;
    private final Deadlines deadlines;
    private final Payments payments;
    private final RefundRules refunds;
    private final Purses purses;

    PaymentRules(
            State state,
            Accounts accounts,
            Holders holders,
            Limits limits,
            Deadlines deadlines,
            Payments payments,
            Purses purses) {
        this.purses = purses;
        this.state = state;
        this.accounts = accounts;
        this.holders = holders;
        this.limits = limits;
        this.deadlines = deadlines;
        this.payments = payments;
        this.refunds = new RefundRules(state, accounts, holders, payments, purses);
    }

    Outcome decide(BookId book, OperationId self, PaymentCommand command) {
        return switch (command) {
            case PaymentCommand.Pay pay -> pay(book, self, pay);
            case PaymentCommand.Authorise authorise -> authorise(book, self, authorise);
            case PaymentCommand.Capture capture -> capture(book, capture);
            case PaymentCommand.Void voiding -> voidIt(book, voiding);
            case PaymentCommand.Refund refund -> refunds.refund(book, refund);
        };
    }

    private Outcome pay(BookId book, OperationId self, PaymentCommand.Pay pay) {
        Currency currency = pay.amount().currency();
        long amount = pay.amount().minorUnits();
        AccountKey payer = AccountKey.wallet(book, pay.wallet(), currency);
        List<Line> lines = new Lines()
                .debit(payer, amount)
                .credit(AccountKey.merchant(book, pay.merchant(), currency), amount - pay.fee())
                .credit(AccountKey.house(book, AccountKind.FEES, currency), pay.fee())
                .all();
        Refused refused = notPayable(book, pay.wallet(), pay.merchant(), pay.amount(), lines);
        if (refused != null) {
            return refused;
        }
        Booked booked = limits.count(holders.wallet(book, pay.wallet()), currency, Operation.PAY, amount);
        strong(payer, AccountKey.merchant(book, pay.merchant(), currency), amount);
        accounts.apply(EntryKind.POSTED, lines);
        PaymentRow row = new PaymentRow(
                book,
                self,
                pay.wallet(),
                pay.merchant(),
                pay.amount(),
                PaymentStatus.CAPTURED,
                amount,
                pay.fee(),
                0,
                booked);
        payments.forgetLater(row);
        payments.put(row);
        return new PaymentOutcome.Paid(pay.amount(), accounts.balance(payer));
    }

    /** What is easily sold on is paid with money that is not weak. */
    private void strong(AccountKey payer, AccountKey payee, long amount) {
        if (purses.sellsOn(payee)) {
            purses.flow(payer, accounts.room(payer), amount, null);
        }
    }

    private Outcome authorise(BookId book, OperationId self, PaymentCommand.Authorise authorise) {
        Money amount = authorise.amount();
        List<Line> lines = new Lines()
                .debit(AccountKey.wallet(book, authorise.wallet(), amount.currency()), amount.minorUnits())
                .credit(AccountKey.merchant(book, authorise.merchant(), amount.currency()), amount.minorUnits())
                .all();
        Refused refused = notPayable(book, authorise.wallet(), authorise.merchant(), amount, lines);
        if (refused != null) {
            return refused;
        }
        HolderRow wallet = holders.wallet(book, authorise.wallet());
        Booked booked = limits.count(wallet, amount.currency(), Operation.PAY, amount.minorUnits());
        accounts.apply(EntryKind.HELD, lines);
        long expiresAt = state.now.get() + authorise.expiresAfterMillis();
        deadlines.set(DeadlineKind.PAYMENT_EXPIRES, book, self, expiresAt);
        payments.put(new PaymentRow(
                book,
                self,
                authorise.wallet(),
                authorise.merchant(),
                amount,
                PaymentStatus.AUTHORISED,
                0,
                0,
                expiresAt,
                booked));
        return new PaymentOutcome.Authorised(amount, expiresAt);
    }

    private @Nullable Refused notPayable(
            BookId book, WalletId payer, MerchantId payee, Money amount, List<Line> lines) {
        Currency currency = amount.currency();
        Keys.Holder wallet = Keys.Holder.of(book, payer);
        Keys.Holder merchant = Keys.Holder.of(book, payee);
        AccountKey account = AccountKey.wallet(book, payer, currency);
        return Check.first(
                () -> Check.when(
                        state.payments.size() >= state.capacity.payments(),
                        Refusal.TABLE_FULL,
                        state.capacity.payments()),
                () -> holders.currency(currency),
                () -> holders.notOpen(book, payer),
                () -> holders.missing(merchant, Refusal.PAYEE_NOT_FOUND),
                () -> holders.closed(merchant, Refusal.PAYEE_CLOSED),
                () -> holders.debitsFrozen(wallet),
                () -> holders.creditsFrozen(merchant),
                () -> holders.noAccount(account),
                () -> holders.noAccount(AccountKey.merchant(book, payee, currency)),
                () -> limits.over(holders.wallet(book, payer), currency, Operation.PAY, amount.minorUnits()),
                () -> accounts.tooLow(account, amount.minorUnits()),
                () -> purses.sellsOn(AccountKey.merchant(book, payee, currency))
                        ? purses.tooYoung(account, accounts.room(account), amount.minorUnits())
                        : purses.held(account, accounts.room(account), amount.minorUnits()),
                () -> accounts.overflow(lines));
    }

    private Outcome capture(BookId book, PaymentCommand.Capture capture) {
        Keys.Started key = new Keys.Started(book, capture.payment());
        Refused refused = notAuthorised(key);
        if (refused != null) {
            return refused;
        }
        PaymentRow row = state.payments.get(key);
        Currency currency = row.amount().currency();
        long held = row.amount().minorUnits();
        long taken = capture.amount() == 0 ? held : capture.amount();
        AccountKey fees = AccountKey.house(book, AccountKind.FEES, currency);
        refused = Check.first(
                () -> holders.creditsFrozen(Keys.Holder.of(book, row.merchant())),
                () -> Check.when(taken > held, Refusal.MORE_THAN_HELD, held),
                () -> Check.when(capture.fee() > taken, Refusal.FEE_OVER_AMOUNT, taken),
                () -> accounts.overflow(new Lines().credit(fees, capture.fee()).all()));
        if (refused != null) {
            return refused;
        }
        payments.release(row, held - taken);
        strong(
                AccountKey.wallet(book, row.wallet(), currency),
                AccountKey.merchant(book, row.merchant(), currency),
                taken);
        accounts.apply(
                EntryKind.POSTED,
                new Lines()
                        .debit(AccountKey.wallet(book, row.wallet(), currency), taken)
                        .credit(AccountKey.merchant(book, row.merchant(), currency), taken - capture.fee())
                        .credit(fees, capture.fee())
                        .all());
        payments.forgetLater(row);
        payments.put(Payments.changed(row, taken, PaymentStatus.CAPTURED, taken, capture.fee()));
        return new PaymentOutcome.Captured(new Money(taken, currency), held - taken);
    }

    private Outcome voidIt(BookId book, PaymentCommand.Void voiding) {
        Keys.Started key = new Keys.Started(book, voiding.payment());
        Refused refused = notAuthorised(key);
        if (refused != null) {
            return refused;
        }
        PaymentRow row = state.payments.get(key);
        payments.end(row, PaymentStatus.VOIDED);
        return new PaymentOutcome.Voided(row.amount());
    }

    private @Nullable Refused notAuthorised(Keys.Started key) {
        PaymentRow row = state.payments.find(key);
        if (row == null) {
            return new Refused(Refusal.PAYMENT_NOT_FOUND);
        }
        return switch (row.status()) {
            case AUTHORISED -> Check.when(row.expiresAt() <= state.now.get(), Refusal.PAYMENT_EXPIRED, row.expiresAt());
            case EXPIRED -> new Refused(Refusal.PAYMENT_EXPIRED, row.expiresAt());
            case CAPTURED -> new Refused(Refusal.PAYMENT_CAPTURED);
            case VOIDED -> new Refused(Refusal.PAYMENT_VOIDED);
        };
    }
}
