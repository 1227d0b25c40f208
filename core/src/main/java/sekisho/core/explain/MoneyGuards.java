package sekisho.core.explain;

import java.util.ArrayList;
import java.util.List;
import sekisho.core.Capacity;
import sekisho.core.checkpoint.Lots;
import sekisho.core.decide.Behaviours;
import sekisho.core.ledger.Accounts;
import sekisho.core.limits.Slots;
import sekisho.core.limits.Tiers;
import sekisho.core.limits.Usage;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.Currency;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Side;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletId;

/** The guards of what moves money. */
final class MoneyGuards {

    private final Facts facts;
    private final Capacity capacity;
    private final BankGuards banks;
    private final Explainer.Asked asked;

    MoneyGuards(Facts facts, Capacity capacity, BankGuards banks, Explainer.Asked asked) {
        this.facts = facts;
        this.capacity = capacity;
        this.banks = banks;
        this.asked = asked;
    }

    void send(TransferCommand.Send send) {
        int from = facts.wallet(send.from());
        int to = facts.wallet(send.to());
        Currency currency = send.amount().currency();
        if (asked.stops(money(currency, false))
                || party(Standing.Role.HOLDER, AccountKind.WALLET, send.from().value(), from)
                || party(Standing.Role.PAYEE, AccountKind.WALLET, send.to().value(), to)
                || asked.stops(
                        new Standing.Different(send.from().value(), send.to().value()))
                || debits(from)
                || credits(Standing.Role.PAYEE, to)
                || account(Standing.Role.HOLDER, from, currency)
                || account(Standing.Role.PAYEE, to, currency)
                || unverified(Standing.Role.PAYEE, send.to(), currency)) {
            return;
        }
        int payer = facts.accounts.find(from, currency);
        int payee = facts.accounts.find(to, currency);
        long most = send.amount().minorUnits();
        long amount = send.upTo() ? Math.min(most, facts.accounts.spendable(payer)) : most;
        boolean pending = facts.state.clock().behaviour() >= Behaviours.CAP_COUNTS_PENDING;
        if (asked.stops(new Sum.Something(amount))
                || limits(payer, Operation.SEND, amount)
                || cap(payee, amount, pending, false)
                || funds(payer, amount)
                || age(payer, amount, true)) {
            return;
        }
        counters(payer, payee, amount, amount);
    }

    void pay(PaymentCommand.Pay pay) {
        long amount = pay.amount().minorUnits();
        if (!payment(pay.wallet(), pay.merchant(), pay.amount())) {
            counters(
                    payer(pay.wallet(), pay.amount()), payee(pay.merchant(), pay.amount()), amount, amount - pay.fee());
        }
    }

    void authorise(PaymentCommand.Authorise authorise) {
        long amount = authorise.amount().minorUnits();
        if (!payment(authorise.wallet(), authorise.merchant(), authorise.amount())) {
            counters(
                    payer(authorise.wallet(), authorise.amount()),
                    payee(authorise.merchant(), authorise.amount()),
                    amount,
                    amount);
        }
    }

    private boolean payment(WalletId wallet, MerchantId merchant, Money money) {
        int from = facts.wallet(wallet);
        int to = facts.holders.find(facts.book, AccountKind.MERCHANT, merchant.value());
        Currency currency = money.currency();
        long amount = money.minorUnits();
        if (asked.stops(new Standing.Room("payments", facts.state.payments().count(), capacity.payments()))
                || asked.stops(money(currency, false))
                || party(Standing.Role.HOLDER, AccountKind.WALLET, wallet.value(), from)
                || party(Standing.Role.PAYEE, AccountKind.MERCHANT, merchant.value(), to)
                || debits(from)
                || credits(Standing.Role.PAYEE, to)
                || account(Standing.Role.HOLDER, from, currency)
                || account(Standing.Role.PAYEE, to, currency)) {
            return true;
        }
        int payer = facts.accounts.find(from, currency);
        return limits(payer, Operation.PAY, amount)
                || funds(payer, amount)
                || age(payer, amount, facts.state.trust().resale(facts.book, merchant));
    }

    private int payer(WalletId wallet, Money money) {
        return facts.accounts.find(facts.wallet(wallet), money.currency());
    }

    private int payee(MerchantId merchant, Money money) {
        return facts.accounts.find(
                facts.holders.find(facts.book, AccountKind.MERCHANT, merchant.value()), money.currency());
    }

    void topUp(TopUpCommand.Start start) {
        int wallet = facts.wallet(start.wallet());
        if (instructions()
                || receiver(start.wallet(), wallet, start.amount(), false)
                || banks.usable(wallet, start.link(), BankOperation.TOP_UPS)
                || banks.topUp(start.link(), start.amount())) {
            return;
        }
        toppedUp(wallet, banks.bank(wallet, start.link()), start.amount());
    }

    void received(TopUpCommand.Received received) {
        int wallet = facts.wallet(received.wallet());
        if (receiver(received.wallet(), wallet, received.amount(), true)
                || banks.open(received.bank(), BankOperation.TOP_UPS)
                || unverified(
                        Standing.Role.HOLDER,
                        received.wallet(),
                        received.amount().currency())) {
            return;
        }
        toppedUp(wallet, received.bank(), received.amount());
    }

    private boolean receiver(WalletId id, int wallet, Money money, boolean testOnly) {
        return asked.stops(money(money.currency(), testOnly))
                || party(Standing.Role.HOLDER, AccountKind.WALLET, id.value(), wallet)
                || credits(Standing.Role.HOLDER, wallet)
                || account(Standing.Role.HOLDER, wallet, money.currency());
    }

    private void toppedUp(int wallet, BankId bank, Money money) {
        int account = facts.accounts.find(wallet, money.currency());
        long amount = money.minorUnits();
        if (limits(account, Operation.TOP_UP, amount) || cap(account, amount, true, true)) {
            return;
        }
        counters(facts.settlement(bank, money.currency()), account, amount, amount);
    }

    void cashOut(CashOutCommand.Start start) {
        int wallet = facts.wallet(start.wallet());
        OperationId link = start.link();
        if (instructions()
                || sender(start.wallet(), wallet, start.amount(), false)
                || banks.usable(wallet, link, BankOperation.CASH_OUTS)
                || banks.cashOut(link, start.amount().currency())) {
            return;
        }
        cashedOut(wallet, banks.bank(wallet, link), start.amount());
    }

    void paidOut(CashOutCommand.PaidOut paidOut) {
        int wallet = facts.wallet(paidOut.wallet());
        if (sender(paidOut.wallet(), wallet, paidOut.amount(), true)
                || banks.open(paidOut.bank(), BankOperation.CASH_OUTS)) {
            return;
        }
        cashedOut(wallet, paidOut.bank(), paidOut.amount());
    }

    private boolean sender(WalletId id, int wallet, Money money, boolean testOnly) {
        return asked.stops(money(money.currency(), testOnly))
                || party(Standing.Role.HOLDER, AccountKind.WALLET, id.value(), wallet)
                || debits(wallet)
                || account(Standing.Role.HOLDER, wallet, money.currency());
    }

    private void cashedOut(int wallet, BankId bank, Money money) {
        int account = facts.accounts.find(wallet, money.currency());
        int settlement = facts.settlement(bank, money.currency());
        long amount = money.minorUnits();
        if (limits(account, Operation.CASH_OUT, amount)
                || funds(account, amount)
                || age(account, amount, true)
                || asked.stops(new Sum.BankFunds(amount, facts.balance(settlement), facts.reserved(settlement)))) {
            return;
        }
        counters(account, settlement, amount, amount);
    }

    private boolean instructions() {
        return asked.stops(
                new Standing.Room("instructions", facts.state.instructions().count(), capacity.instructions()));
    }

    private Standing.InCurrency money(Currency currency, boolean testOnly) {
        return new Standing.InCurrency(
                currency,
                facts.state.currencies().knows(currency),
                facts.state.currencies().test(currency),
                testOnly);
    }

    private boolean party(Standing.Role role, AccountKind kind, long owner, int row) {
        return asked.stops(new Standing.Party(role, kind, owner, row != 0, row != 0 && facts.holders.closed(row)));
    }

    private boolean debits(int row) {
        return asked.stops(new Standing.Debits(
                Standing.Role.HOLDER, facts.holders.frozen(row).debits()));
    }

    private boolean credits(Standing.Role role, int row) {
        return asked.stops(new Standing.Credits(role, facts.holders.frozen(row).credits()));
    }

    private boolean account(Standing.Role role, int row, Currency currency) {
        return asked.stops(new Standing.Account(role, facts.accounts.find(row, currency) != 0));
    }

    /** A wallet whose identity nobody assured holds no real money of a founded book. */
    private boolean unverified(Standing.Role role, WalletId wallet, Currency currency) {
        return facts.guards(currency)
                && asked.stops(new Standing.Identity(role, 1, facts.now(), facts.evidence(wallet)));
    }

    private boolean limits(int account, Operation operation, long amount) {
        Tiers tiers = facts.state.tiers();
        int holder = facts.accounts.holder(account);
        Currency currency = facts.accounts.currency(account);
        int tier = facts.holders.tier(holder);
        int row = tiers.find(facts.book.value(), tier, currency);
        if (asked.stops(new Sum.OneOperation(tier, operation, amount, tiers.perOperation(row, operation)))) {
            return true;
        }
        if (!tiers.counted(row, operation)) {
            return false;
        }
        Usage usage = facts.state.usage();
        int used = usage.find(holder, currency, operation);
        Facts.Slotted slots = listener -> {
            if (used != 0) {
                usage.forEachSlot(used, listener);
            }
        };
        Facts.InWindow day = facts.window(slots, Slots.DAY);
        Facts.InWindow month = facts.window(slots, Slots.MONTH);
        int today = facts.state.clock().day();
        return over(Sum.Window.HOURS_24, operation, amount, day, tiers.in24Hours(row, operation))
                || over(Sum.Window.DAYS_30, operation, amount, month, tiers.in30Days(row, operation))
                || over(
                        Sum.Window.DAY,
                        operation,
                        amount,
                        new Facts.InWindow(usage.inDay(used, today), 0),
                        tiers.inDay(row, operation))
                || over(
                        Sum.Window.MONTH,
                        operation,
                        amount,
                        new Facts.InWindow(usage.inMonth(used, today), 0),
                        tiers.inMonth(row, operation));
    }

    private boolean over(Sum.Window window, Operation operation, long amount, Facts.InWindow used, long most) {
        return asked.stops(new Sum.TierWindow(window, operation, amount, used.sum(), most, used.nextLeaves()));
    }

    private boolean cap(int account, long amount, boolean pending, boolean own) {
        int holder = facts.accounts.holder(account);
        int row = facts.state
                .tiers()
                .find(facts.book.value(), facts.holders.tier(holder), facts.accounts.currency(account));
        return asked.stops(new Sum.Cap(
                amount,
                facts.balance(account),
                pending ? facts.accounts.pending(account, Side.CREDIT) : 0,
                facts.state.tiers().cap(row),
                own));
    }

    private boolean funds(int account, long amount) {
        return asked.stops(
                new Sum.Funds(amount, facts.balance(account), facts.reserved(account), facts.accounts.floor(account)));
    }

    private boolean age(int account, long amount, boolean weakStays) {
        int holder = facts.accounts.holder(account);
        if (!facts.holders.young(holder)) {
            return false;
        }
        List<Sum.Lot> lots = new ArrayList<>();
        for (Lots.Young lot : facts.state.lots().young(holder, facts.accounts.currency(account))) {
            boolean disputed = facts.state.lots().disputed(facts.book, lot);
            lots.add(new Sum.Lot(lot.amount(), lot.until(), lot.weak(), disputed));
        }
        return asked.stops(new Sum.Age(weakStays, amount, facts.accounts.spendable(account), lots));
    }

    private void counters(int debited, int credited, long debit, long credit) {
        asked.stops(new Sum.Counters(
                Math.max(facts.counter(debited, Side.DEBIT, debit), facts.counter(credited, Side.CREDIT, credit)),
                Accounts.MAX_COUNTER));
    }
}
