package sekisho.server.demo;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import sekisho.server.entrance.Opening;
import sekisho.server.identity.Attribute;
import sekisho.server.identity.EvidenceKind;
import sekisho.server.identity.Evidences;
import sekisho.server.people.Contacts;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.people.Person;
import sekisho.server.people.PersonId;
import sekisho.server.people.Phone;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Vault;

/** Adds people as if they had signed up. Any thread. */
final class DemoPeople {
    private static final String SOURCE = "made up, for the demo world";

    private final Registry registry;
    private final People people;
    private final TransactionTemplate transactions;

    DemoPeople(Registry registry, People people) {
        this.registry = registry;
        this.people = people;
        this.transactions = new TransactionTemplate(registry.transactions());
    }

    /** What signing up needs. */
    record Registry(
            Contacts contacts,
            Evidences evidences,
            Opening opening,
            Vault vault,
            InstantSource clock,
            PlatformTransactionManager transactions) {}

    /** The person with this handle, added if there is none, with an open wallet. */
    Person of(DemoPerson wanted) {
        var handle = new Handle(wanted.handle());
        if (people.byHandle(handle).isEmpty()) {
            transactions.executeWithoutResult(_ -> add(wanted, handle));
        }
        Person person = people.byHandle(handle).orElseThrow();
        if (person.closedAt() == null && !registry.opening().raise(person)) {
            throw new IllegalStateException("the engine did not open the wallet of " + wanted);
        }
        return people.byHandle(handle).orElseThrow();
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
        registry.evidences().add(id, EvidenceKind.DEMONSTRATION, SOURCE, attributes(wanted));
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

    private static Map<Attribute, String> attributes(DemoPerson wanted) {
        var attributes = new EnumMap<Attribute, String>(Attribute.class);
        attributes.put(Attribute.NAME_KANJI, wanted.kanji());
        attributes.put(Attribute.NAME_KANA, wanted.kana());
        attributes.put(Attribute.NAME_LATIN, wanted.latin());
        attributes.put(Attribute.BIRTH_DATE, wanted.born().toString());
        return attributes;
    }
}
