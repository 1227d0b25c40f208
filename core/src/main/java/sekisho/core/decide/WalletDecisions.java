package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.ledger.Accounts;
import sekisho.core.ledger.Holders;
import sekisho.core.state.State;
import sekisho.protocol.AccountKind;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.Side;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletOutcome;

/** Decides the life of wallets. */
final class WalletDecisions {

    private final Bench bench;
    private final State state;
    private final Parties parties;
    private final Holders holders;
    private final Accounts accounts;
    private final LinkDecisions links;

    WalletDecisions(Bench bench, Parties parties, LinkDecisions links) {
        this.bench = bench;
        this.parties = parties;
        this.links = links;
        state = bench.state();
        holders = state.holders();
        accounts = state.accounts();
    }

    WalletOutcome decide(Request request, WalletCommand command) {
        return switch (command) {
            case WalletCommand.Open open -> open(request, open);
            case WalletCommand.AddCurrency add -> addCurrency(request, add);
            case WalletCommand.Freeze freeze -> freeze(request, freeze);
            case WalletCommand.Unfreeze unfreeze -> unfreeze(request, unfreeze);
            case WalletCommand.Close close -> close(request, close);
            case WalletCommand.SetTier set -> setTier(request, set);
            case WalletCommand.SetFloor set -> setFloor(request, set);
        };
    }

    private WalletOutcome open(Request request, WalletCommand.Open open) {
        if (holders.customers() >= bench.capacity().holders()) {
            return new Refused(Refusal.TABLE_FULL, bench.capacity().holders());
        }
        if (!state.currencies().knows(open.currency())) {
            return new Refused(Refusal.CURRENCY_NOT_FOUND);
        }
        if (parties.wallet(request.book(), open.wallet()) != 0) {
            return new Refused(Refusal.WALLET_EXISTS);
        }
        if (state.trust().founded(request.book().value())
                && !state.assurance()
                        .allows(request.book(), open.wallet(), open.tier().value())) {
            return new Refused(Refusal.TIER_ABOVE_ASSURANCE);
        }

        int row = holders.add(request.book(), AccountKind.WALLET, open.wallet().value());
        holders.setTier(row, open.tier().value());
        accounts.open(row, open.currency(), open.code(), open.userData());
        bench.events().tell(parties.changed(row));
        return new WalletOutcome.Opened();
    }

    private WalletOutcome addCurrency(Request request, WalletCommand.AddCurrency add) {
        if (!state.currencies().knows(add.currency())) {
            return new Refused(Refusal.CURRENCY_NOT_FOUND);
        }
        int row = parties.wallet(request.book(), add.wallet());
        Refusal absent = parties.absentWallet(row);
        if (absent != null) {
            return new Refused(absent);
        }
        if (parties.account(row, add.currency()) != 0) {
            return new Refused(Refusal.ACCOUNT_EXISTS);
        }

        accounts.open(row, add.currency(), add.code(), add.userData());
        return new WalletOutcome.CurrencyAdded();
    }

    private WalletOutcome freeze(Request request, WalletCommand.Freeze freeze) {
        int row = parties.wallet(request.book(), freeze.wallet());
        Refusal absent = parties.absentWallet(row);
        if (absent != null) {
            return new Refused(absent);
        }

        FreezeScope now = holders.frozen(row).and(freeze.scope());
        holders.setFrozen(row, now);
        bench.events().tell(parties.changed(row));
        return new WalletOutcome.Frozen(now);
    }

    private WalletOutcome unfreeze(Request request, WalletCommand.Unfreeze unfreeze) {
        int row = parties.wallet(request.book(), unfreeze.wallet());
        Refusal absent = parties.absentWallet(row);
        if (absent != null) {
            return new Refused(absent);
        }

        FreezeScope now = holders.frozen(row).without(unfreeze.scope());
        holders.setFrozen(row, now);
        bench.events().tell(parties.changed(row));
        return new WalletOutcome.Unfrozen(now);
    }

    private WalletOutcome close(Request request, WalletCommand.Close close) {
        int row = parties.wallet(request.book(), close.wallet());
        Refusal absent = parties.absentWallet(row);
        if (absent != null) {
            return new Refused(absent);
        }
        Refused notEmpty = refusesToEnd(row);
        if (notEmpty != null) {
            return notEmpty;
        }

        links.closeAll(row);
        holders.close(row);
        bench.events().tell(parties.changed(row));
        return new WalletOutcome.Closed();
    }

    /** Money that still has to leave, then money that is there. What is still to come goes to suspense. */
    private @Nullable Refused refusesToEnd(int row) {
        for (int account = holders.firstAccount(row); account != 0; account = accounts.next(account)) {
            long leaving = accounts.pending(account, Side.DEBIT);
            if (leaving != 0) {
                return new Refused(Refusal.HOLDS_OUTSTANDING, leaving);
            }
        }
        for (int account = holders.firstAccount(row); account != 0; account = accounts.next(account)) {
            if (accounts.balance(account) != 0) {
                return new Refused(Refusal.NOT_EMPTY, accounts.balance(account));
            }
        }
        return null;
    }

    private WalletOutcome setTier(Request request, WalletCommand.SetTier set) {
        int row = parties.wallet(request.book(), set.wallet());
        Refusal absent = parties.absentWallet(row);
        if (absent != null) {
            return new Refused(absent);
        }

        if (bench.state().trust().founded(request.book().value())
                && !bench.state()
                        .assurance()
                        .allows(request.book(), set.wallet(), set.tier().value())) {
            return new Refused(Refusal.TIER_ABOVE_ASSURANCE);
        }

        holders.setTier(row, set.tier().value());
        bench.events().tell(parties.changed(row));
        return new WalletOutcome.TierSet();
    }

    private WalletOutcome setFloor(Request request, WalletCommand.SetFloor set) {
        if (!state.currencies().knows(set.currency())) {
            return new Refused(Refusal.CURRENCY_NOT_FOUND);
        }
        if (!state.currencies().test(set.currency())) {
            return new Refused(Refusal.TEST_CURRENCY_ONLY);
        }
        int row = parties.wallet(request.book(), set.wallet());
        Refusal absent = parties.absentWallet(row);
        if (absent != null) {
            return new Refused(absent);
        }
        int account = parties.account(row, set.currency());
        if (account == 0) {
            return new Refused(Refusal.ACCOUNT_NOT_FOUND);
        }

        accounts.setFloor(account, set.floor());
        return new WalletOutcome.FloorSet();
    }
}
