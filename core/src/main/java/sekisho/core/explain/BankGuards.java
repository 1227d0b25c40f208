package sekisho.core.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.core.banks.Banks;
import sekisho.core.banks.Links;
import sekisho.core.checkpoint.CheckedLinks;
import sekisho.core.checkpoint.Windows;
import sekisho.core.limits.Slots;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Currency;
import sekisho.protocol.Description;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.LockStatus;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refusal;
import sekisho.protocol.StateRecord.BankAccountRow;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.StateRecord.LockRow;
import sekisho.protocol.StateRecord.RungRow;
import sekisho.protocol.Token;
import sekisho.protocol.WindowKind;

/** The guards of what comes and goes through a link. */
final class BankGuards {

    private static final int RUNGS = 4;

    private final Facts facts;
    private final Explainer.Asked asked;
    private final CheckedLinks checked;

    BankGuards(Facts facts, Explainer.Asked asked) {
        this.facts = facts;
        this.asked = asked;
        checked = facts.state.checkedLinks();
    }

    /** Whether a bank's switch is closed, or there is no such bank. */
    boolean open(BankId bank, BankOperation operation) {
        Banks banks = facts.state.banks();
        int row = banks.find(facts.book, bank);
        return asked.stops(
                new Standing.BankSwitch(bank, operation, row != 0, row != 0 && banks.isOpen(row, operation)));
    }

    /** Whether a wallet's link is not active, or its bank's switch closed. */
    boolean usable(int wallet, OperationId link, BankOperation operation) {
        return asked.stops(new Linked.Link(status(wallet, link), LinkStatus.ACTIVE, Refusal.LINK_NOT_ACTIVE))
                || open(bank(wallet, link), operation);
    }

    /** How a wallet's link stands, or null. */
    @Nullable
    LinkStatus status(int wallet, OperationId link) {
        Links links = facts.state.links();
        int row = wallet == 0 ? 0 : links.find(wallet, link);
        return row == 0 ? null : links.status(row);
    }

    /** With which bank a wallet's link is. */
    BankId bank(int wallet, OperationId link) {
        Links links = facts.state.links();
        return facts.state.banks().bank(links.bank(links.find(wallet, link)));
    }

    boolean stopped(int method, BankOperation operation) {
        boolean stopped = facts.state.trust().stopped(facts.book, method, operation);
        return asked.stops(new Linked.MethodSwitch(method, operation, stopped));
    }

    /** Whether nothing, or not so much, may come through a link. */
    boolean topUp(OperationId id, Money money) {
        if (!facts.guards(money.currency())) {
            return false;
        }
        CheckedLinkRow link = checked.get(facts.book, id);
        if (unfit(link, BankOperation.TOP_UPS) || link == null) {
            return true;
        }
        DescriptionRow row = facts.description(link.bank());
        if (asked.stops(new Linked.Described(row == null ? 0 : row.description().version())) || row == null) {
            return true;
        }
        Description description = row.description();
        long amount = money.minorUnits();
        if (asked.stops(new Linked.BankLimit(amount, description.perTopUp())) || ladder(link, money)) {
            return true;
        }
        if (facts.now() - link.activeAt() >= Slots.MONTH) {
            return false;
        }
        var window = facts.window(key(link, WindowKind.BANK_NEW_LINKS, money.currency()), Slots.DAY);
        return asked.stops(
                new Linked.Exposure(amount, window.sum(), description.newLinksIn24Hours(), window.nextLeaves()));
    }

    /** Whether nothing may go out through a link. */
    boolean cashOut(OperationId id, Currency currency) {
        if (!facts.guards(currency)) {
            return false;
        }
        CheckedLinkRow link = checked.get(facts.book, id);
        if (unfit(link, BankOperation.CASH_OUTS) || link == null) {
            return true;
        }
        Token owner = checked.owner(facts.book, link.bank(), link.account());
        return asked.stops(new Linked.Owner(owner.names(), owner.equals(facts.person(link.wallet()))));
    }

    private boolean unfit(@Nullable CheckedLinkRow link, BankOperation operation) {
        if (link == null) {
            return asked.stops(new Linked.Checked(false, 0, 0));
        }
        return asked.stops(new Linked.Checked(true, link.activeAt(), clean(link)))
                || stopped(link.method(), operation)
                || asked.stops(facts.floor(operation, link.bank(), link.strength()))
                || asked.stops(facts.identity(operation, link.wallet()))
                || locked(link);
    }

    private boolean locked(CheckedLinkRow link) {
        int row = facts.state.locks().find(facts.book, link.bank(), link.account());
        if (row == 0) {
            return asked.stops(new Linked.Lock(LockStatus.OPEN, 0, facts.now()));
        }
        LockRow lock = facts.state.locks().at(row);
        return asked.stops(new Linked.Lock(lock.status(), lock.until(), facts.now()));
    }

    private boolean ladder(CheckedLinkRow link, Money money) {
        return ladder(link, WindowKind.ACCOUNT_TOP_UPS, money)
                || ladder(link, WindowKind.WALLET_TOP_UPS, money)
                || ladder(link, WindowKind.PERSON_TOP_UPS, money);
    }

    private boolean ladder(CheckedLinkRow link, WindowKind kind, Money money) {
        LinkStrength bank = facts.strength(link.bank());
        LinkStrength strength = bank.atLeast(link.strength()) ? link.strength() : bank;
        List<Linked.Rung> rungs = new ArrayList<>();
        for (int place = 0; place < RUNGS; place++) {
            RungRow rung = facts.state.trust().rung(facts.book, strength, link.confirmed(), place);
            if (rung != null) {
                rungs.add(new Linked.Rung(rung.ageMillis(), rung.in24Hours(), rung.in30Days()));
            }
        }
        Windows.Key key = key(link, kind, money.currency());
        var day = facts.window(key, Slots.DAY);
        var month = facts.window(key, Slots.MONTH);
        return asked.stops(new Linked.Ladder(
                kind,
                strength,
                link.confirmed(),
                facts.now() - clean(link),
                rungs,
                money.minorUnits(),
                day.sum(),
                month.sum(),
                day.nextLeaves(),
                month.nextLeaves()));
    }

    /** Since when a link is active and clean. */
    private long clean(CheckedLinkRow link) {
        BankAccountRow account = checked.account(facts.book, link.bank(), link.account());
        long wallet =
                facts.state.identities().identity(facts.book, link.wallet()).cleanSince();
        long since = Math.max(link.activeAt(), wallet);
        return account == null ? since : Math.max(since, account.cleanSince());
    }

    private Windows.Key key(CheckedLinkRow link, WindowKind kind, Currency currency) {
        Token by = switch (kind) {
            case ACCOUNT_TOP_UPS, ACCOUNT_FAILURES -> link.account();
            case PERSON_TOP_UPS -> facts.person(link.wallet());
            case WALLET_TOP_UPS, WALLET_FAILURES -> new Token(0, link.wallet().value());
            case BANK_NEW_LINKS, BANK_FAILURES -> new Token(0, link.bank().code());
        };
        return new Windows.Key(facts.book, kind, currency, by);
    }
}
