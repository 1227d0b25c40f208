package sekisho.server.entrance;

import java.util.Optional;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.notice.Letters;
import sekisho.server.pages.Language;
import sekisho.server.people.Contacts;
import sekisho.server.people.Contacts.Contact;
import sekisho.server.people.PersonId;

/** Sends codes that prove contacts. Any thread. */
public final class ContactCodes {
    private final Contacts contacts;
    private final Letters letters;
    private final Budgets budgets;

    ContactCodes(Contacts contacts, Letters letters, Budgets budgets) {
        this.contacts = contacts;
        this.letters = letters;
        this.budgets = budgets;
    }

    /** Sends a code to the contact that is not proved yet, if there is one. */
    void send(PersonId person, Language language) {
        budgets.require(Purpose.CODE_SENT, person.value().toString());
        waiting(person).ifPresent(contact -> write(contact, language));
    }

    /** Sends a code to a contact. Paid for by the person, and by the contact: nobody is flooded by many people together. */
    public void send(PersonId person, Contact contact, Language language) {
        budgets.require(Purpose.CODE_SENT, person.value().toString());
        budgets.require(Purpose.CODE_SENT, contact.token().value().toString());
        write(contact, language);
    }

    /** The contact that waits for its proof. */
    Optional<Contact> waiting(PersonId person) {
        return contacts.of(person).stream()
                .filter(contact -> contact.provedAt() == null)
                .reduce((_, last) -> last);
    }

    private void write(Contact contact, Language language) {
        letters.code(contact, language, contacts.newCode(contact));
    }
}
