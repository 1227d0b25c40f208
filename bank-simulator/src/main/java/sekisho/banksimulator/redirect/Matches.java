package sekisho.banksimulator.redirect;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sekisho.banksimulator.books.StatementAnswer;
import sekisho.banksimulator.customers.Person;
import sekisho.formats.matching.Attribute;
import sekisho.formats.matching.MatchCode;
import sekisho.formats.matching.Matching;

/** Compares what an operator says about a person with what the bank knows, and answers codes. */
public final class Matches {
    private Matches() {}

    /** A code for each attribute that was asked about; NOAP for those that this bank does not compare. */
    public static Map<String, String> of(Map<String, String> asked, Person person, Set<String> compares) {
        var codes = new LinkedHashMap<String, String>();
        new TreeMap<>(asked)
                .forEach((word, value) -> codes.put(
                        word,
                        attribute(word)
                                .filter(_ -> compares.contains(word.replace('_', '-')))
                                .map(attribute -> code(attribute, value, held(attribute, person)))
                                .orElse(MatchCode.NOAP)
                                .name()));
        return codes;
    }

    /** Whether it is the same person, from the codes of the attributes. */
    public static StatementAnswer overall(Map<String, String> codes) {
        var each = new EnumMap<Attribute, MatchCode>(Attribute.class);
        codes.forEach((word, code) -> attribute(word).ifPresent(one -> each.put(one, MatchCode.valueOf(code))));
        return switch (Matching.overall(each)) {
            case MTCH -> StatementAnswer.MTCH;
            case CMTC -> StatementAnswer.CMTC;
            case NMTC -> StatementAnswer.NMTC;
            case NOAP -> StatementAnswer.NOAP;
        };
    }

    /** Made-up people have telephone numbers that nobody can have: those are compared digit by digit. */
    private static MatchCode code(Attribute attribute, String value, String held) {
        MatchCode code = Matching.compare(attribute, value, held);
        if (attribute != Attribute.PHONE || code != MatchCode.NOAP || !held.startsWith("000")) {
            return code;
        }
        return value.replaceAll("[^0-9]", "").equals(held) ? MatchCode.MTCH : MatchCode.NMTC;
    }

    private static Optional<Attribute> attribute(String word) {
        return Arrays.stream(Attribute.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static String held(Attribute attribute, Person person) {
        return switch (attribute) {
            case NAME_KANJI -> person.kanji();
            case NAME_KANA -> person.kana();
            case NAME_LATIN -> person.latin();
            case BIRTH_DATE -> person.birthDate().toString();
            case PHONE -> person.phone();
            case ADDRESS -> person.address();
        };
    }
}
