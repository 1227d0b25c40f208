package sekisho.core.decide;

import sekisho.core.identity.Assurance;
import sekisho.core.identity.Identities;
import sekisho.core.ledger.Holders;
import sekisho.core.state.State;
import sekisho.core.time.Deadlines;
import sekisho.core.trust.Trust;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.Event;
import sekisho.protocol.StateRecord.PersonRow;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

/** What follows when a person's evidence changes, by a command or by time. */
final class Persons {

    private final Bench bench;
    private final Parties parties;
    private final Trust trust;
    private final Identities identities;
    private final Assurance assurance;
    private final Holders holders;
    private final Deadlines deadlines;

    Persons(Bench bench, Parties parties) {
        this.bench = bench;
        this.parties = parties;
        State state = bench.state();
        trust = state.trust();
        identities = state.identities();
        assurance = state.assurance();
        holders = state.holders();
        deadlines = state.deadlines();
    }

    /** Nothing is remembered of the wallets' assurance, and the next end of evidence is waited for. */
    void changed(BookId book, Token person) {
        for (int place = 0; identities.person(book, person, place) != 0; place++) {
            WalletId wallet = identities
                    .persons()
                    .at(identities.person(book, person, place))
                    .wallet();
            assurance.forget(holders.find(book, AccountKind.WALLET, wallet.value()));
        }
        int row = identities.person(book, person, 0);
        if (identities.persons().extra(row, 0) != 0) {
            deadlines.clear(identities.persons().extra(row, 0));
            identities.persons().setExtra(row, 0, 0);
        }
        long ends = assurance.ends(book, person);
        if (ends != 0) {
            identities.persons().setExtra(row, 0, deadlines.set(ends, DeadlineKind.PERSON_REVIEWED, row, 0));
        }
    }

    /** Evidence ended to count: wallets may be worth less. */
    void review(int row) {
        PersonRow first = identities.persons().at(row);
        changed(first.book(), first.person());
        for (int place = 0; identities.person(first.book(), first.person(), place) != 0; place++) {
            WalletId wallet = identities
                    .persons()
                    .at(identities.person(first.book(), first.person(), place))
                    .wallet();
            bench.events()
                    .tell(new Event.AssuranceChanged(
                            wallet, assurance.ial(first.book(), wallet), assurance.aal(first.book(), wallet)));
            fitTier(first.book(), wallet);
        }
    }

    /** A wallet whose tier asks for more assurance than it has falls to the best that it may have. */
    void fitTier(BookId book, WalletId wallet) {
        int holder = holders.find(book, AccountKind.WALLET, wallet.value());
        if (assurance.allows(book, wallet, holders.tier(holder))) {
            return;
        }
        int aal = assurance.aal(book, wallet);
        for (int i = assurance.ial(book, wallet); i >= 0; i--) {
            for (int a = aal; a >= 0; a--) {
                var row = trust.tierFor(book, i, a);
                if (row != null) {
                    holders.setTier(holder, row.tier().value());
                    bench.events().tell(parties.changed(holder));
                    return;
                }
            }
        }
    }
}
