package sekisho.formats.zengin;

import sekisho.formats.Digits;

/** What constructors refuse; the messages hold no value. */
final class Checks {
    private Checks() {}

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static void digits(String name, String value, int length) {
        that(Digits.are(value, length, length), name + " has not " + length + " digits");
    }

    /** Zengin characters, at most so many, without blanks at the end: those are filling. */
    static void text(String name, String value, int most) {
        that(value.length() <= most, name + " is longer than " + most + " characters");
        that(value.chars().allMatch(c -> ZenginText.allows((char) c)), name + " has characters Zengin does not allow");
        that(value.isEmpty() || value.charAt(value.length() - 1) != ' ', name + " ends in a blank");
    }
}
