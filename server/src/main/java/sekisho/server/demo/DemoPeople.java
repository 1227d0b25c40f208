package sekisho.server.demo;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import sekisho.gateway.Gateway;
import sekisho.identity.Gender;
import sekisho.protocol.RequestId;
import sekisho.protocol.WalletId;
import sekisho.server.entrance.Opening;
import sekisho.server.history.Holders;
import sekisho.server.identity.Assurance;
import sekisho.server.identity.DemoDocuments;
import sekisho.server.identity.Proven;
import sekisho.server.identity.Proving;
import sekisho.server.identity.StoredChallenges;
import sekisho.server.people.Contacts;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.people.Person;
import sekisho.server.people.PersonId;
import sekisho.server.people.Phone;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Vault;

/** Adds people as if they had signed up. Any thread. */
public final class DemoPeople {
    /** In place of a browser: the challenges of the demo world are nobody else's. */
    private static final String SESSION = "demo world";

    private final Registry registry;
    private final People people;
    private final TransactionTemplate transactions;

    DemoPeople(Registry registry, People people) {
        this.registry = registry;
        this.people = people;
        this.transactions = new TransactionTemplate(registry.transactions());
    }

    /**
     * Where people get cards, and where those are checked.
     *
     * @param assurance says whether somebody has shown one
     */
    record Papers(@Nullable DemoDocuments documents, Proving proving, Assurance assurance) {}

    /** What signing up needs. */
    record Registry(
            Contacts contacts,
            Papers papers,
            Opening opening,
            Telephones telephones,
            Holders holders,
            Gateway gateway,
            Vault vault,
            InstantSource clock,
            PlatformTransactionManager transactions) {}

    /** The person with this handle, added if there is none, with an open wallet. */
    Person of(DemoPerson wanted) {
        Person person = verified(wanted);
        if (person.closedAt() == null && !raised(person)) {
            throw new IllegalStateException("the engine did not open the wallet of " + wanted);
        }
        return people.byHandle(new Handle(wanted.handle())).orElseThrow();
    }

    /**
     * The person with this handle, added if there is none: a card was shown, and there is a telephone in place of their own. The engine is
     * told nothing.
     */
    public Person verified(DemoPerson wanted) {
        var handle = new Handle(wanted.handle());
        if (people.byHandle(handle).isEmpty()) {
            transactions.executeWithoutResult(_ -> add(wanted, handle));
        }
        Person person = people.byHandle(handle).orElseThrow();
        if (!registry.papers().assurance().isVerified(person.id())) {
            showCard(person.id(), wanted);
        }
        registry.telephones().give(person.id());
        return person;
    }

    private boolean raised(Person person) {
        if (isRaised(person.wallet())) {
            return true;
        }
        if (!registry.opening().present(person)) {
            return false;
        }
        Opening opening = registry.opening();
        RequestId id = registry.gateway().newId();
        return opening.raise(
                person,
                id,
                List.of(registry.telephones()
                        .agree(registry.telephones().of(person.id()), id, opening.raising(person))));
    }

    private boolean isRaised(@Nullable WalletId wallet) {
        return wallet != null
                && registry.holders()
                        .wallet(wallet)
                        .filter(state -> state.tier() == Assurance.VERIFIED.value())
                        .isPresent();
    }

    private void add(DemoPerson wanted, Handle handle) {
        PersonId id = PersonId.random();
        people.add(id, wanted.language(), registry.clock().instant());
        registry.contacts().add(id, registry.vault().token(Kind.MAIL, wanted.mail()));
        var contact = registry.contacts().of(id).getFirst();
        boolean _ = registry.contacts().prove(contact, registry.contacts().newCode(contact));
        if (wanted.phone() != null) {
            phone(id, wanted.phone());
        }
        if (!people.choose(id, handle)) {
            throw new IllegalStateException("the handle of " + wanted + " is taken");
        }
    }

    private void phone(PersonId id, Phone phone) {
        Contacts contacts = registry.contacts();
        contacts.propose(id, Kind.PHONE, registry.vault().token(Kind.PHONE, phone.number()));
        var contact = contacts.proposed(id, Kind.PHONE).orElseThrow();
        contacts.answered(contact);
        boolean _ = contacts.prove(contact, contacts.newCode(contact));
        people.findByPhone(id, true);
    }

    /** As everybody does: a card signs a challenge of ours, and what it said is checked. */
    private void showCard(PersonId id, DemoPerson wanted) {
        DemoDocuments documents = registry.papers().documents();
        if (documents == null) {
            throw new IllegalStateException("the demo world needs made-up cards, and they are not believed here");
        }
        Proving proving = registry.papers().proving();
        var answerer = new StoredChallenges.Answerer(id, SESSION);
        String proof = documents.card(
                new sekisho.identity.demo.DemoPerson(
                        wanted.kanji(), wanted.address(), wanted.born(), Gender.NOT_STATED),
                DemoDocuments.Condition.GOOD,
                proving.challenge(answerer));
        if (!(proving.card(answerer, proof) instanceof Proven.Verified)) {
            throw new IllegalStateException("the card of " + wanted + " was refused");
        }
    }
}
