package sekisho.server.linking;

import java.util.List;
import sekisho.protocol.BankId;
import sekisho.protocol.BankResult;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.WalletId;
import sekisho.server.history.LinkState;
import sekisho.server.live.LiveFeed;
import sekisho.server.notice.ChangeNotices;
import sekisho.server.pages.Language;
import sekisho.server.people.People;
import sekisho.server.people.Person;

/** Tells whoever has a link what its bank did with it: in the inbox, by letter, and on the pages that are open. Any thread. */
final class BankNews {
    private final People people;
    private final SupportedBanks banks;
    private final ChangeNotices changes;
    private final LiveFeed live;

    BankNews(People people, SupportedBanks banks, ChangeNotices changes, LiveFeed live) {
        this.people = people;
        this.banks = banks;
        this.changes = changes;
        this.live = live;
    }

    /** The bank ended its mandate. A wallet that is no person's has nobody to be told. */
    void tell(LinkState link) {
        tell(link.wallet(), link.bank(), "mandate-ended");
    }

    /** The account's holder was told, or answered. */
    void said(BankResult about, LinkStatus status) {
        if (status == LinkStatus.CLOSED) {
            tell(about.wallet(), about.bank(), "link-objected");
        }
        live.changed(about.wallet());
    }

    private void tell(WalletId wallet, BankId bank, String what) {
        people.byWallets(List.of(wallet)).stream()
                .findFirst()
                .ifPresent(person -> changes.tell(person.id(), what, name(bank, person)));
    }

    void wake(LinkState link) {
        live.changed(link.wallet());
    }

    private String name(BankId bank, Person person) {
        Language language = Language.of(person.language());
        return banks.find(bank)
                .map(known -> language == Language.JA ? known.nameJa() : known.nameEn())
                .orElse("%04d".formatted(bank.code()));
    }
}
