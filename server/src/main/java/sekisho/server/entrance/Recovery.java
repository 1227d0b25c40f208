package sekisho.server.entrance;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.WalletId;
import sekisho.server.founding.Books;
import sekisho.server.identity.Evidences;
import sekisho.server.identity.KeptEvidence;
import sekisho.server.identity.PersonTokens;
import sekisho.server.identity.Proven;
import sekisho.server.identity.Proving;
import sekisho.server.identity.StoredChallenges.Answerer;
import sekisho.server.notice.Letters;
import sekisho.server.pages.Language;
import sekisho.server.people.Contacts;
import sekisho.server.people.Contacts.Contact;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.people.Person;
import sekisho.server.people.PersonId;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Vault;

/**
 * Who comes back without any passkey: a code to a contact that is old enough, and a chip of the same person. Only customers of a founded
 * book, whom somebody was verified to be: the engine makes the wallet rest for 72 hours. Any thread.
 */
final class Recovery {
    /** A contact has to be this old: whoever took over an account could have put in a newer one. */
    static final Duration OLD = Duration.ofDays(30);

    private final People people;
    private final Contacts contacts;
    private final Vault vault;
    private final Letters letters;
    private final PersonTokens persons;
    private final Proving proving;
    private final Evidences evidences;
    private final Books books;
    private final InstantSource clock;

    Recovery(People people, Reached reached, Checked checked, Books books, InstantSource clock) {
        this.people = people;
        this.contacts = reached.contacts();
        this.vault = reached.vault();
        this.letters = reached.letters();
        this.persons = checked.persons();
        this.proving = checked.proving();
        this.evidences = checked.evidences();
        this.books = books;
        this.clock = clock;
    }

    /** How people are reached. */
    record Reached(Contacts contacts, Vault vault, Letters letters) {}

    /** How it is checked who they are. */
    record Checked(PersonTokens persons, Proving proving, Evidences evidences) {}

    boolean possible() {
        return books.founded();
    }

    /**
     * Sends a code to a mail address, if it is one of somebody with this handle and has been theirs for long enough. An account whose
     * every contact is younger has its first one.
     *
     * @return whose it is, and which; empty: nothing was sent
     */
    Optional<Contact> send(Person person, String mail) {
        Optional<Contact> contact = Contacts.mail(mail)
                .flatMap(address -> vault.find(Kind.MAIL, address))
                .flatMap(token -> old(person.id()).stream()
                        .filter(one -> one.token().equals(token))
                        .findFirst());
        contact.ifPresent(one -> letters.code(one, Language.of(person.language()), contacts.newCode(one)));
        return contact;
    }

    /** Who could come back. */
    Optional<Person> find(String handle) {
        return Handle.parse(handle)
                .flatMap(people::byHandle)
                .filter(person -> person.closedAt() == null && person.walletOpened())
                .filter(person -> persons.of(person.id()).isPresent());
    }

    private List<Contact> old(PersonId person) {
        List<Contact> proved = contacts.told(person).stream()
                .filter(contact -> contact.provedAt() != null)
                .toList();
        var before = clock.instant().minus(OLD);
        List<Contact> old = proved.stream()
                .filter(contact ->
                        contact.provedAt() != null && contact.provedAt().isBefore(before))
                .toList();
        return old.isEmpty() ? proved.stream().limit(1).toList() : old;
    }

    /** Whether this is the code that was sent to a contact. Each call is a try. */
    boolean proves(PersonId person, UUID contact, String code) {
        return contacts.of(person).stream()
                .filter(one -> one.id().equals(contact))
                .findFirst()
                .filter(one -> contacts.confirm(one, code))
                .isPresent();
    }

    String challenge(PersonId person, String session) {
        return proving.challenge(new Answerer(person, session)).hex();
    }

    Proven card(PersonId person, String session, String proof) {
        return proving.card(new Answerer(person, session), proof);
    }

    /** What a card proved a short while ago. */
    @Nullable
    KeptEvidence shown(PersonId person, UUID evidence) {
        return evidences.of(person).stream()
                .filter(one -> one.id().equals(evidence))
                .findFirst()
                .orElse(null);
    }

    WalletId wallet(PersonId person) {
        return people.find(person)
                .map(Person::wallet)
                .orElseThrow(() -> new IllegalStateException("whoever comes back has a wallet"));
    }

    String handle(PersonId person) {
        return people.find(person)
                .map(Person::handle)
                .map(Handle::shown)
                .orElseThrow(() -> new IllegalStateException("whoever comes back has a handle"));
    }
}
