package sekisho.auditor;

import java.util.List;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Line;
import sekisho.protocol.Money;
import sekisho.protocol.Outcome;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.PaymentOutcome;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.PaymentRow;

/** Section 6, "Money": a captured payment given back, in parts. */
final class RefundRules {

    private final State state;
    private final Accounts accounts;
    private final Holders holders;
    private final Payments payments;
    private final Purses purses;
    private final Safeguarding safeguarding;

    RefundRules(State state, Accounts accounts, Holders holders, Payments payments, Purses purses) {
        this.purses = purses;
        this.state = state;
        this.accounts = accounts;
        this.holders = holders;
        this.payments = payments;
        this.safeguarding = new Safeguarding(state);
    }

    Outcome refund(BookId book, PaymentCommand.Refund refund) {
        PaymentRow row = state.payments.find(new Keys.Started(book, refund.payment()));
        if (row == null) {
            return new Refused(Refusal.PAYMENT_NOT_FOUND);
        }
        Currency currency = row.amount().currency();
        Keys.Holder merchant = Keys.Holder.of(book, row.merchant());
        Keys.Holder wallet = Keys.Holder.of(book, row.wallet());
        AccountKey payer = AccountKey.merchant(book, row.merchant(), currency);
        long net = refund.amount() - refund.fee();
        long netRemains = row.refundable() - row.refundableFee();
        List<Line> lines = new Lines()
                .debit(payer, net)
                .debit(AccountKey.house(book, AccountKind.FEES, currency), refund.fee())
                .credit(AccountKey.wallet(book, row.wallet(), currency), refund.amount())
                .all();
        Refused refused = Check.first(
                () -> Check.when(row.status() != PaymentStatus.CAPTURED, Refusal.PAYMENT_NOT_CAPTURED),
                () -> holders.closed(merchant, Refusal.MERCHANT_CLOSED),
                () -> holders.closed(wallet, Refusal.WALLET_CLOSED),
                () -> holders.debitsFrozen(merchant),
                () -> holders.creditsFrozen(wallet),
                () -> Check.when(refund.amount() > row.refundable(), Refusal.MORE_THAN_REMAINS, row.refundable()),
                () -> Check.when(refund.fee() > row.refundableFee(), Refusal.FEE_OVER_AMOUNT, row.refundableFee()),
                () -> Check.when(net > netRemains, Refusal.MORE_THAN_REMAINS, netRemains + refund.fee()),
                () -> accounts.tooLow(payer, net),
                () -> safeguarding.shortfall(book, lines),
                () -> accounts.overflow(lines));
        if (refused != null) {
            return refused;
        }
        accounts.apply(EntryKind.POSTED, lines);
        purses.refunded(AccountKey.wallet(book, row.wallet(), currency), refund.amount());
        long remains = row.refundable() - refund.amount();
        payments.put(Payments.changed(
                row, row.amount().minorUnits(), PaymentStatus.CAPTURED, remains, row.refundableFee() - refund.fee()));
        return new PaymentOutcome.Refunded(new Money(refund.amount(), currency), remains);
    }
}
