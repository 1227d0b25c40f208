package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.ledger.Accounts;
import sekisho.core.payments.Payments;
import sekisho.core.state.State;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.PaymentOutcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord.Booked;

/** Decides how a payment begins; {@link PaymentEndings} decides what becomes of it. */
final class PaymentDecisions {

    private final Bench bench;
    private final Parties parties;
    private final LinkUse use;
    private final Payments payments;
    private final Accounts accounts;
    private final PaymentEndings endings;

    PaymentDecisions(Bench bench, Parties parties, PaymentEndings endings, LinkUse use) {
        this.use = use;
        this.bench = bench;
        this.parties = parties;
        this.endings = endings;
        State state = bench.state();
        payments = state.payments();
        accounts = state.accounts();
    }

    PaymentOutcome decide(Request request, PaymentCommand command) {
        return switch (command) {
            case PaymentCommand.Pay pay -> pay(request, pay);
            case PaymentCommand.Authorise authorise -> authorise(request, authorise);
            case PaymentCommand.Capture capture -> endings.capture(request, capture);
            case PaymentCommand.Void annul -> endings.annul(request, annul);
            case PaymentCommand.Refund refund -> endings.refund(request, refund);
        };
    }

    private PaymentOutcome pay(Request request, PaymentCommand.Pay pay) {
        int wallet = parties.wallet(request.book(), pay.wallet());
        int merchant = parties.merchant(request.book(), pay.merchant());
        Refused refused = refuses(wallet, merchant, pay.amount());
        if (refused != null) {
            return refused;
        }
        long amount = pay.amount().minorUnits();
        int payer = parties.account(wallet, pay.amount().currency());
        int payee = parties.account(merchant, pay.amount().currency());
        endings.taking(request.book(), payer, payee, amount, pay.fee());
        if (bench.posting().overflows()) {
            return new Refused(Refusal.AMOUNT_OVERFLOW);
        }

        bench.limits().count(payer, Operation.PAY, amount);
        use.pays(payer, payee, amount);
        bench.posting().post(request.book().value());
        int payment = payments.add(request.operation(), payer, payee);
        payments.capture(payment, amount, pay.fee());
        endings.ended(payment);
        return new PaymentOutcome.Paid(pay.amount(), accounts.balance(payer));
    }

    private PaymentOutcome authorise(Request request, PaymentCommand.Authorise authorise) {
        int wallet = parties.wallet(request.book(), authorise.wallet());
        int merchant = parties.merchant(request.book(), authorise.merchant());
        Refused refused = refuses(wallet, merchant, authorise.amount());
        if (refused != null) {
            return refused;
        }
        long amount = authorise.amount().minorUnits();
        int payer = parties.account(wallet, authorise.amount().currency());
        int payee = parties.account(merchant, authorise.amount().currency());
        bench.posting().clear().debit(payer, amount).credit(payee, amount);
        if (bench.posting().overflows()) {
            return new Refused(Refusal.AMOUNT_OVERFLOW);
        }

        Booked booked = bench.limits().count(payer, Operation.PAY, amount);
        bench.posting().hold();
        long expiresAt = bench.now() + authorise.expiresAfterMillis();
        int payment = payments.add(request.operation(), payer, payee);
        payments.authorise(payment, amount, expiresAt, booked);
        endings.begun(payment);
        return new PaymentOutcome.Authorised(authorise.amount(), expiresAt);
    }

    private @Nullable Refused refuses(int wallet, int merchant, Money amount) {
        if (payments.count() >= bench.capacity().payments()) {
            return new Refused(Refusal.TABLE_FULL, bench.capacity().payments());
        }
        Refusal refusal = refusesParties(wallet, merchant, amount);
        if (refusal != null) {
            return new Refused(refusal);
        }
        int payer = parties.account(wallet, amount.currency());
        if (payer == 0 || parties.account(merchant, amount.currency()) == 0) {
            return new Refused(Refusal.ACCOUNT_NOT_FOUND);
        }
        Refused over = bench.limits().refuses(payer, Operation.PAY, amount.minorUnits());
        if (over != null) {
            return over;
        }
        long spendable = accounts.spendable(payer);
        return amount.minorUnits() > spendable
                ? new Refused(Refusal.INSUFFICIENT_FUNDS, spendable)
                : use.refusesYoungAt(payer, parties.account(merchant, amount.currency()), amount.minorUnits());
    }

    private @Nullable Refusal refusesParties(int wallet, int merchant, Money amount) {
        if (!bench.state().currencies().knows(amount.currency())) {
            return Refusal.CURRENCY_NOT_FOUND;
        }
        Refusal absent = parties.absentWallet(wallet);
        if (absent == null) {
            absent = parties.absentPayee(merchant);
        }
        if (absent != null) {
            return absent;
        }
        if (parties.debitsFrozen(wallet)) {
            return Refusal.DEBITS_FROZEN;
        }
        return parties.creditsFrozen(merchant) ? Refusal.CREDITS_FROZEN : null;
    }
}
