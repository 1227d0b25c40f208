package sekisho.banksimulator.customers;

import java.time.LocalDate;

/**
 * Somebody who does not exist.
 *
 * @param id a word of small letters, digits and dashes
 * @param kanji family name, blank, given name
 * @param kana the same in full-width kana
 * @param latin the same in Latin letters
 * @param phone digits
 */
public record Person(
        String id, String kanji, String kana, String latin, LocalDate birthDate, String phone, String address) {
    public Person {
        if (!id.matches("[a-z0-9-]{1,20}") || !phone.matches("[0-9]{10,11}")) {
            throw new IllegalArgumentException("an id is a word, a phone has 10 or 11 digits");
        }
    }

    /** Without personal data, even though it is made up. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
