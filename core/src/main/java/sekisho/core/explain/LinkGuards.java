package sekisho.core.explain;

import org.jspecify.annotations.Nullable;
import sekisho.core.Capacity;
import sekisho.core.banks.Links;
import sekisho.core.checkpoint.Windows;
import sekisho.core.limits.Slots;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Currency;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refusal;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.DescriptionRow;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;
import sekisho.protocol.WindowKind;

/** The guards of links on their way to the bank. */
final class LinkGuards {

    private static final int MOST_LINKS = 64;
    private static final int MOST_TRIES = 5;

    private final Facts facts;
    private final Capacity capacity;
    private final BankGuards banks;
    private final Explainer.Asked asked;

    LinkGuards(Facts facts, Capacity capacity, BankGuards banks, Explainer.Asked asked) {
        this.facts = facts;
        this.capacity = capacity;
        this.banks = banks;
        this.asked = asked;
    }

    void request(LinkCommand.Request ask) {
        int wallet = facts.wallet(ask.wallet());
        if (!around() && !room() && !unfit(ask.wallet(), wallet) && !banks.open(ask.bank(), BankOperation.LINKS)) {
            asked.stops(new Linked.Links(facts.holders.links(wallet), Links.MOST));
        }
    }

    void activate(LinkCommand.Activate activate) {
        int wallet = facts.wallet(activate.wallet());
        if (around() || unfit(activate.wallet(), wallet)) {
            return;
        }
        @Nullable LinkStatus status = banks.status(wallet, activate.link());
        if (!asked.stops(new Linked.NotClosed(status))
                && !asked.stops(new Linked.Link(status, LinkStatus.REQUESTED, Refusal.LINK_NOT_REQUESTED))) {
            banks.open(banks.bank(wallet, activate.link()), BankOperation.LINKS);
        }
    }

    void close(LinkCommand.Close close) {
        int wallet = facts.wallet(close.wallet());
        if (!asked.stops(new Standing.Party(
                Standing.Role.HOLDER, AccountKind.WALLET, close.wallet().value(), wallet != 0, false))) {
            asked.stops(new Linked.NotClosed(banks.status(wallet, close.link())));
        }
    }

    void ask(CheckpointCommand.Ask ask) {
        int wallet = facts.wallet(ask.wallet());
        if (unfounded() || room() || refuses(ask.wallet(), wallet) || banks.open(ask.bank(), BankOperation.LINKS)) {
            return;
        }
        DescriptionRow row = facts.description(ask.bank());
        if (asked.stops(new Linked.Described(row == null ? 0 : row.description().version())) || row == null) {
            return;
        }
        if (!asked.stops(new Linked.Method(ask.method(), row.description().method()))
                && !protocol(ask.bank(), ask.method())) {
            asked.stops(new Linked.Links(facts.holders.links(wallet), MOST_LINKS));
        }
    }

    void depart(CheckpointCommand.Depart depart) {
        if (unfounded()) {
            return;
        }
        CheckedLinkRow link = find(depart.wallet(), depart.link());
        if (asked.stops(new Linked.Link(
                        status(link, depart.wallet()), LinkStatus.REQUESTED, Refusal.LINK_NOT_REQUESTED))
                || link == null) {
            return;
        }
        if (!banks.open(link.bank(), BankOperation.LINKS)) {
            protocol(link.bank(), link.method());
        }
    }

    void again(CheckpointCommand.Again again) {
        if (unfounded() || refuses(again.wallet(), facts.wallet(again.wallet()))) {
            return;
        }
        CheckedLinkRow link = find(again.wallet(), again.link());
        if (asked.stops(new Linked.Link(status(link, again.wallet()), LinkStatus.SUSPENDED, Refusal.LINK_NOT_SUSPENDED))
                || link == null) {
            return;
        }
        if (!banks.open(link.bank(), BankOperation.LINKS)) {
            protocol(link.bank(), link.method());
        }
    }

    private boolean founded() {
        return facts.state.trust().founded(facts.book.value());
    }

    private boolean around() {
        return asked.stops(new Linked.Checkpoint(founded(), true));
    }

    private boolean unfounded() {
        return asked.stops(new Linked.Founded(founded()));
    }

    private boolean room() {
        return asked.stops(new Standing.Room("links", facts.state.links().count(), capacity.links()));
    }

    private boolean unfit(WalletId id, int wallet) {
        return asked.stops(new Standing.Party(
                        Standing.Role.HOLDER,
                        AccountKind.WALLET,
                        id.value(),
                        wallet != 0,
                        wallet != 0 && facts.holders.closed(wallet)))
                || asked.stops(new Standing.Debits(
                        Standing.Role.HOLDER, facts.holders.frozen(wallet).debits()))
                || asked.stops(new Standing.Credits(
                        Standing.Role.HOLDER, facts.holders.frozen(wallet).credits()));
    }

    private boolean refuses(WalletId id, int wallet) {
        if (unfit(id, wallet) || asked.stops(facts.identity(BankOperation.LINKS, id))) {
            return true;
        }
        var failed = facts.window(
                new Windows.Key(facts.book, WindowKind.WALLET_FAILURES, Currency.NONE, new Token(0, id.value())),
                Slots.DAY);
        return asked.stops(new Linked.Tries(failed.sum(), MOST_TRIES, failed.nextLeaves()));
    }

    private boolean protocol(BankId bank, int method) {
        return banks.stopped(method, BankOperation.LINKS)
                || asked.stops(facts.floor(BankOperation.LINKS, bank, facts.strength(bank)));
    }

    private @Nullable CheckedLinkRow find(WalletId wallet, OperationId link) {
        CheckedLinkRow row = facts.state.checkedLinks().get(facts.book, link);
        return row != null && row.wallet().equals(wallet) ? row : null;
    }

    private @Nullable LinkStatus status(@Nullable CheckedLinkRow link, WalletId wallet) {
        return link == null ? null : banks.status(facts.wallet(wallet), link.link());
    }
}
