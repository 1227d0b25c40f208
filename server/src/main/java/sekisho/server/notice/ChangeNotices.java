package sekisho.server.notice;

import sekisho.server.pages.Language;
import sekisho.server.people.Contacts;
import sekisho.server.people.People;
import sekisho.server.people.Person;
import sekisho.server.people.PersonId;

/**
 * Tells people of changes to what protects them: in the inbox, and at every contact, those included whose place another took a short
 * while ago. Any thread.
 */
public final class ChangeNotices {
    private final Notices notices;
    private final Letters letters;
    private final Contacts contacts;
    private final People people;

    ChangeNotices(Notices notices, Letters letters, Contacts contacts, People people) {
        this.notices = notices;
        this.letters = letters;
        this.contacts = contacts;
        this.people = people;
    }

    /** Tells it: {@code notice.<kind>} with these words in the inbox; {@code letter.<kind>} with none of them to the contacts. */
    public void tell(PersonId person, String kind, String... words) {
        notices.tell(person, kind, words);
        Language language =
                Language.of(people.find(person).map(Person::language).orElse(""));
        contacts.told(person).forEach(contact -> letters.write(contact, language, kind));
    }
}
