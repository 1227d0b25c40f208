package sekisho.server.linking;

import java.util.List;
import java.util.Optional;
import sekisho.server.history.LinkState;
import sekisho.server.live.LiveFeed;
import sekisho.server.notice.ChangeNotices;
import sekisho.server.pages.Language;
import sekisho.server.people.People;
import sekisho.server.people.Person;

/** Tells whoever has a link that the bank ended it: in the inbox, by letter, and on the pages that are open. Any thread. */
final class MandateNews {
    private final People people;
    private final SupportedBanks banks;
    private final ChangeNotices changes;
    private final LiveFeed live;

    MandateNews(People people, SupportedBanks banks, ChangeNotices changes, LiveFeed live) {
        this.people = people;
        this.banks = banks;
        this.changes = changes;
        this.live = live;
    }

    /** A wallet that is no person's has nobody to be told. */
    void tell(LinkState link) {
        owner(link).ifPresent(person -> changes.tell(person.id(), "mandate-ended", bank(link, person)));
    }

    void wake(LinkState link) {
        live.changed(link.wallet());
    }

    private Optional<Person> owner(LinkState link) {
        return people.byWallets(List.of(link.wallet())).stream().findFirst();
    }

    private String bank(LinkState link, Person person) {
        Language language = Language.of(person.language());
        return banks.find(link.bank())
                .map(known -> language == Language.JA ? known.nameJa() : known.nameEn())
                .orElse("%04d".formatted(link.bank().code()));
    }
}
