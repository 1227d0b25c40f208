package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.banks.Banks;
import sekisho.core.banks.Links;
import sekisho.core.ledger.Books;
import sekisho.core.ledger.Holders;
import sekisho.core.state.State;
import sekisho.protocol.BankOperation;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.Event;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.LinkOutcome;
import sekisho.protocol.LinkReason;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.WalletId;

/** Decides links between wallets and bank accounts. */
final class LinkDecisions {

    private final Bench bench;
    private final Parties parties;
    private final CheckpointSteps steps;
    private final Holders holders;
    private final Banks banks;
    private final Links links;

    LinkDecisions(Bench bench, Parties parties, CheckpointSteps steps) {
        this.steps = steps;
        this.bench = bench;
        this.parties = parties;
        State state = bench.state();
        holders = state.holders();
        banks = state.banks();
        links = state.links();
    }

    LinkOutcome decide(Request request, LinkCommand command) {
        if (!(command instanceof LinkCommand.Close)
                && bench.state().trust().founded(request.book().value())) {
            return new Refused(Refusal.LINK_NEEDS_CHECKPOINT);
        }
        int wallet = parties.wallet(request.book(), command.wallet());
        return switch (command) {
            case LinkCommand.Request ask -> request(request, ask, wallet);
            case LinkCommand.Activate activate -> activate(activate, wallet);
            case LinkCommand.Close close -> close(close, wallet);
        };
    }

    private LinkOutcome request(Request request, LinkCommand.Request ask, int wallet) {
        if (links.count() >= bench.capacity().links()) {
            return new Refused(Refusal.TABLE_FULL, bench.capacity().links());
        }
        Refusal unfit = unfit(wallet);
        if (unfit != null) {
            return new Refused(unfit);
        }
        int bank = banks.find(request.book(), ask.bank());
        if (bank == 0) {
            return new Refused(Refusal.BANK_NOT_FOUND);
        }
        if (!banks.isOpen(bank, BankOperation.LINKS)) {
            return new Refused(Refusal.BANK_SUSPENDED);
        }
        if (holders.links(wallet) >= Links.MOST) {
            return new Refused(Refusal.TOO_MANY_LINKS, Links.MOST);
        }

        tell(links.add(wallet, request.operation(), bank));
        return new LinkOutcome.Requested();
    }

    private LinkOutcome activate(LinkCommand.Activate activate, int wallet) {
        Refusal unfit = unfit(wallet);
        if (unfit != null) {
            return new Refused(unfit);
        }
        int link = links.find(wallet, activate.link());
        if (link == 0) {
            return new Refused(Refusal.LINK_NOT_FOUND);
        }
        if (links.status(link) == LinkStatus.CLOSED) {
            return new Refused(Refusal.LINK_CLOSED);
        }
        if (links.status(link) != LinkStatus.REQUESTED) {
            return new Refused(Refusal.LINK_NOT_REQUESTED);
        }
        if (!banks.isOpen(links.bank(link), BankOperation.LINKS)) {
            return new Refused(Refusal.BANK_SUSPENDED);
        }

        links.setEvidence(link, activate.evidence());
        links.setStatus(link, LinkStatus.ACTIVE);
        tell(link);
        return new LinkOutcome.Activated();
    }

    private LinkOutcome close(LinkCommand.Close close, int wallet) {
        if (wallet == 0) {
            return new Refused(Refusal.WALLET_NOT_FOUND);
        }
        int link = links.find(wallet, close.link());
        if (link == 0) {
            return new Refused(Refusal.LINK_NOT_FOUND);
        }
        if (links.status(link) == LinkStatus.CLOSED) {
            return new Refused(Refusal.LINK_CLOSED);
        }

        end(link);
        return new LinkOutcome.Closed();
    }

    /** Closes what is not closed of a wallet's links, in the order in which they were requested. */
    void closeAll(int wallet) {
        for (int link = holders.firstLink(wallet); link != 0; link = links.next(link)) {
            if (links.status(link) != LinkStatus.CLOSED) {
                end(link);
            }
        }
    }

    private void end(int link) {
        CheckedLinkRow checked =
                bench.state().checkedLinks().get(Books.of(holders.book(links.holder(link))), links.id(link));
        if (checked != null) {
            steps.move(checked, LinkStatus.CLOSED, LinkReason.CLOSED_BY_CALLER, 0);
            return;
        }
        links.setStatus(link, LinkStatus.CLOSED);
        bench.state().deadlines().set(bench.now() + Memories.KEPT_MILLIS, DeadlineKind.LINK_FORGOTTEN, link, 0);
        tell(link);
    }

    /** Why this wallet may have no new link, or null. */
    private @Nullable Refusal unfit(int wallet) {
        Refusal absent = parties.absentWallet(wallet);
        if (absent != null) {
            return absent;
        }
        if (parties.debitsFrozen(wallet)) {
            return Refusal.DEBITS_FROZEN;
        }
        return parties.creditsFrozen(wallet) ? Refusal.CREDITS_FROZEN : null;
    }

    private void tell(int link) {
        bench.events()
                .tell(new Event.LinkChanged(
                        links.id(link),
                        new WalletId(holders.owner(links.holder(link))),
                        banks.bank(links.bank(link)),
                        links.status(link)));
    }
}
