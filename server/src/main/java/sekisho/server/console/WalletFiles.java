package sekisho.server.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sekisho.formats.matching.Attribute;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.EntryKind;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.WalletId;
import sekisho.server.founding.Books;
import sekisho.server.history.Accounts;
import sekisho.server.history.Entries;
import sekisho.server.history.EntryFilter;
import sekisho.server.history.HolderState;
import sekisho.server.history.Holders;
import sekisho.server.identity.Evidences;
import sekisho.server.identity.MaskedName;
import sekisho.server.json.Forms;
import sekisho.server.pages.Visit;
import sekisho.server.people.People;
import sekisho.server.people.Person;
import sekisho.server.wallet.history.Lines;
import sekisho.server.wallet.links.LinkViews;

/** Reads wallets for staff. Any thread. */
final class WalletFiles {
    private static final Set<String> STOPPABLE = Set.of("active", "cooling_off", "waiting_for_holder");
    private static final int MOST_LINES = 12;
    private static final EntryFilter POSTED = EntryFilter.ALL.withKinds(Set.of(EntryKind.POSTED));

    private final Holders holders;
    private final Accounts accounts;
    private final Entries entries;
    private final People people;
    private final Evidences evidences;
    private final LinkViews links;
    private final Lines lines;
    private final Books books;

    WalletFiles(
            Holders holders,
            Accounts accounts,
            Entries entries,
            People people,
            Evidences evidences,
            LinkViews links,
            Lines lines,
            Books books) {
        this.holders = holders;
        this.accounts = accounts;
        this.entries = entries;
        this.people = people;
        this.evidences = evidences;
        this.links = links;
        this.lines = lines;
        this.books = books;
    }

    boolean isThere(WalletId wallet) {
        return holders.wallet(wallet).isPresent();
    }

    Optional<WalletFile> find(Visit visit, WalletId wallet) {
        return holders.wallet(wallet).map(state -> file(visit, wallet, state));
    }

    private WalletFile file(Visit visit, WalletId wallet, HolderState state) {
        var yen = new AccountKey(BookId.FIRST, AccountKind.WALLET, wallet.value(), Currency.JPY);
        var account = accounts.find(yen);
        Optional<Person> owner = people.byWallets(List.of(wallet)).stream().findFirst();
        return new WalletFile(
                Forms.WALLET.write().apply(wallet),
                owner.map(Person::handle).map(handle -> handle.shown()).orElse("—"),
                owner.map(person -> name(evidences.attributes(person.id()))).orElse("—"),
                state.tier(),
                state.frozen() != FreezeScope.NONE,
                state.closed(),
                visit.recent(state.changedAt()),
                account.map(known -> known.balance()).orElse(0L),
                account.map(known -> known.held()).orElse(0L),
                links.of(visit, wallet).stream()
                        .map(link -> new WalletFile.Link(
                                link.id(),
                                link.bank(),
                                link.account(),
                                link.status(),
                                visit.recent(link.since()),
                                books.founded() && STOPPABLE.contains(link.status())))
                        .toList(),
                owner.map(person -> evidences.of(person.id()).stream()
                                .map(one -> new WalletFile.Evidence(
                                        visit.say(word(one.kind())), visit.recent(one.verifiedAt())))
                                .toList())
                        .orElse(List.of()),
                lines.of(visit, entries.page(yen, POSTED, 0, MOST_LINES).entries()));
    }

    private static String word(EvidenceKind kind) {
        return switch (kind) {
            case CONTACT -> "console.evidence.contact";
            case IC_CHIP -> "console.evidence.card";
            case PASSPORT_CHIP -> "console.evidence.passport";
            case VERIFIED_CLAIMS -> "console.evidence.claims";
            case DOCUMENT_IMAGE -> "console.evidence.image";
            case DEMONSTRATION -> "console.evidence.demonstration";
        };
    }

    private static String name(Map<Attribute, String> known) {
        String name = known.getOrDefault(Attribute.NAME_KANJI, known.getOrDefault(Attribute.NAME_LATIN, ""));
        return name.isEmpty() ? "—" : MaskedName.of(name);
    }
}
