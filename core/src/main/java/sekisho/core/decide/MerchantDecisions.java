package sekisho.core.decide;

import sekisho.core.ledger.Accounts;
import sekisho.core.ledger.Holders;
import sekisho.core.state.State;
import sekisho.protocol.AccountKind;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantOutcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.Side;

/** Decides the life of merchants. */
final class MerchantDecisions {

    private final Bench bench;
    private final State state;
    private final Parties parties;
    private final Holders holders;
    private final Accounts accounts;

    MerchantDecisions(Bench bench, Parties parties) {
        this.bench = bench;
        this.parties = parties;
        state = bench.state();
        holders = state.holders();
        accounts = state.accounts();
    }

    MerchantOutcome decide(Request request, MerchantCommand command) {
        int row = parties.merchant(request.book(), command.merchant());
        return switch (command) {
            case MerchantCommand.Open open -> open(request, open, row);
            case MerchantCommand.Freeze freeze -> freeze(freeze, row);
            case MerchantCommand.Unfreeze unfreeze -> unfreeze(unfreeze, row);
            case MerchantCommand.Close _ -> close(row);
        };
    }

    private MerchantOutcome open(Request request, MerchantCommand.Open open, int known) {
        if (!state.currencies().knows(open.currency())) {
            return new Refused(Refusal.CURRENCY_NOT_FOUND);
        }
        if (known != 0 && holders.closed(known)) {
            return new Refused(Refusal.MERCHANT_CLOSED);
        }
        if (known != 0 && parties.account(known, open.currency()) != 0) {
            return new Refused(Refusal.MERCHANT_EXISTS);
        }
        if (known == 0 && holders.customers() >= bench.capacity().holders()) {
            return new Refused(Refusal.TABLE_FULL, bench.capacity().holders());
        }

        int row = known != 0
                ? known
                : holders.add(
                        request.book(), AccountKind.MERCHANT, open.merchant().value());
        accounts.open(row, open.currency(), open.code(), open.userData());
        if (known == 0) {
            bench.events().tell(parties.changed(row));
        }
        return new MerchantOutcome.Opened();
    }

    private MerchantOutcome freeze(MerchantCommand.Freeze freeze, int row) {
        Refusal absent = parties.absentMerchant(row);
        if (absent != null) {
            return new Refused(absent);
        }

        FreezeScope now = holders.frozen(row).and(freeze.scope());
        holders.setFrozen(row, now);
        bench.events().tell(parties.changed(row));
        return new MerchantOutcome.Frozen(now);
    }

    private MerchantOutcome unfreeze(MerchantCommand.Unfreeze unfreeze, int row) {
        Refusal absent = parties.absentMerchant(row);
        if (absent != null) {
            return new Refused(absent);
        }

        FreezeScope now = holders.frozen(row).without(unfreeze.scope());
        holders.setFrozen(row, now);
        bench.events().tell(parties.changed(row));
        return new MerchantOutcome.Unfrozen(now);
    }

    private MerchantOutcome close(int row) {
        Refusal absent = parties.absentMerchant(row);
        if (absent != null) {
            return new Refused(absent);
        }
        for (int account = holders.firstAccount(row); account != 0; account = accounts.next(account)) {
            long pending = accounts.pending(account, Side.DEBIT) + accounts.pending(account, Side.CREDIT);
            if (pending != 0) {
                return new Refused(Refusal.HOLDS_OUTSTANDING, pending);
            }
        }
        for (int account = holders.firstAccount(row); account != 0; account = accounts.next(account)) {
            if (accounts.balance(account) != 0) {
                return new Refused(Refusal.NOT_EMPTY, accounts.balance(account));
            }
        }

        holders.close(row);
        bench.events().tell(parties.changed(row));
        return new MerchantOutcome.Closed();
    }
}
