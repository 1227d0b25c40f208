package sekisho.formats.matching;

import static sekisho.formats.matching.Attribute.ADDRESS;
import static sekisho.formats.matching.Attribute.BIRTH_DATE;
import static sekisho.formats.matching.Attribute.NAME_KANA;
import static sekisho.formats.matching.Attribute.NAME_KANJI;
import static sekisho.formats.matching.Attribute.NAME_LATIN;
import static sekisho.formats.matching.Attribute.PHONE;
import static sekisho.formats.matching.MatchCode.CMTC;
import static sekisho.formats.matching.MatchCode.MTCH;
import static sekisho.formats.matching.MatchCode.NMTC;
import static sekisho.formats.matching.MatchCode.NOAP;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Compares a verified person with what a bank holds about an account's owner. */
public final class Matching {

    /** Longer values are not compared: NOAP. In UTF-16 units. */
    public static final int LONGEST_VALUE = 256;

    private Matching() {}

    /**
     * Compares attribute by attribute, and decides. What is self-declared is left out, as if it were not there: it can
     * neither match nor contradict.
     *
     * @param ours what evidence says
     * @param held what the bank holds
     */
    public static Match of(Map<Attribute, Claimed> ours, Map<Attribute, String> held) {
        var each = new EnumMap<Attribute, MatchCode>(Attribute.class);
        for (Attribute attribute : Attribute.values()) {
            Claimed claimed = ours.get(attribute);
            String theirs = held.get(attribute);
            if (claimed != null && theirs != null && claimed.standing() == Standing.VERIFIED) {
                each.put(attribute, compare(attribute, claimed.value(), theirs));
            }
        }
        return new Match(overall(each), each);
    }

    /** Compares two values for one attribute; NOAP where one of them is blank, too long or cannot be read. */
    public static MatchCode compare(Attribute attribute, String verified, String held) {
        if (!canBeRead(verified) || !canBeRead(held)) {
            return NOAP;
        }
        return switch (attribute) {
            case NAME_KANJI -> KanjiName.compare(verified, held);
            case NAME_KANA -> KanaName.compare(verified, held);
            case NAME_LATIN -> LatinName.compare(verified, held);
            case BIRTH_DATE -> BirthDate.compare(verified, held);
            case ADDRESS -> Address.compare(verified, held);
            case PHONE -> Phone.compare(verified, held);
        };
    }

    /**
     * One way of writing for all values that match exactly: two kanji names or birth dates have the same one if and only if
     * {@link #compare} says MTCH, but for names with stand-ins, which never match. To find the same person again.
     *
     * @return empty where the value is blank, too long or cannot be read
     */
    public static Optional<String> exactForm(Attribute attribute, String value) {
        if (!canBeRead(value)) {
            return Optional.empty();
        }
        return switch (attribute) {
            case NAME_KANJI -> Optional.of(KanjiName.exact(value)).filter(form -> !form.isEmpty());
            case BIRTH_DATE -> BirthDate.read(value).map(LocalDate::toString);
            case NAME_KANA, NAME_LATIN, ADDRESS, PHONE ->
                throw new IllegalArgumentException(attribute + " has no one form");
        };
    }

    /**
     * Whether it is the same person, from the codes of the attributes. The caller answers for it that only verified
     * values were compared.
     *
     * <ol>
     *   <li>Another birth date or another kanji name: NMTC, whatever else agrees.
     *   <li>The same kanji name, and the same birth date, address or phone held by the bank: MTCH; but CMTC where one of
     *       address and phone is another. (People move; a thief with the victim's name does not live there.)
     *   <li>The same kanji name alone, a close one, or no kanji name but a matching or close kana or Latin name: CMTC
     *       if the birth date is the same. The same kanji name with nothing else to compare is CMTC too: many people
     *       share one.
     *   <li>Anything else is NMTC where some name was another, and NOAP where there was too little to compare.
     * </ol>
     */
    public static MatchCode overall(Map<Attribute, MatchCode> each) {
        MatchCode kanji = code(each, NAME_KANJI);
        MatchCode birth = code(each, BIRTH_DATE);
        if (kanji == NMTC || birth == NMTC) {
            return NMTC;
        }
        MatchCode address = code(each, ADDRESS);
        MatchCode phone = code(each, PHONE);
        if (kanji == MTCH) {
            boolean second = birth == MTCH || address == MTCH || phone == MTCH;
            boolean elsewhere = address == NMTC || phone == NMTC;
            if (second && !elsewhere) {
                return MTCH;
            }
            return second || !elsewhere ? CMTC : NMTC;
        }
        MatchCode kana = code(each, NAME_KANA);
        MatchCode latin = code(each, NAME_LATIN);
        boolean anotherName = kana == NMTC || latin == NMTC;
        boolean near = kanji == CMTC || isNear(kana) || isNear(latin);
        if (near && birth == MTCH && (kanji == CMTC || !anotherName)) {
            return CMTC;
        }
        return anotherName ? NMTC : NOAP;
    }

    private static boolean isNear(MatchCode code) {
        return code == MTCH || code == CMTC;
    }

    private static MatchCode code(Map<Attribute, MatchCode> each, Attribute attribute) {
        return each.getOrDefault(attribute, NOAP);
    }

    private static boolean canBeRead(String value) {
        return !value.isBlank() && value.length() <= LONGEST_VALUE;
    }
}
