package sekisho.banksimulator.redirect;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sekisho.banksimulator.customers.Person;

/** Compares what an operator says about a person with what the bank knows, and answers codes. */
public final class Matches {
    private Matches() {}

    /** A code for each attribute that was asked about; NOAP for those that this bank does not compare. */
    public static Map<String, String> of(Map<String, String> asked, Person person, Set<String> compares) {
        var codes = new LinkedHashMap<String, String>();
        new TreeMap<>(asked)
                .forEach((attribute, value) -> codes.put(
                        attribute,
                        compares.contains(attribute.replace('_', '-')) ? code(attribute, value, person) : "NOAP"));
        return codes;
    }

    private static String code(String attribute, String value, Person person) {
        return switch (attribute) {
            case "name_kanji" -> code(value, person.kanji());
            case "name_kana" -> code(value, person.kana());
            case "birth_date" -> value.equals(person.birthDate().toString()) ? "MTCH" : "NMTC";
            case "phone" -> code(value, person.phone());
            case "address" -> code(value, person.address());
            default -> "NOAP";
        };
    }

    /** The same but for blanks, width and dashes; nearly the same if one begins with the other. */
    private static String code(String one, String other) {
        String left = plain(one);
        String right = plain(other);
        if (left.equals(right)) {
            return "MTCH";
        }
        boolean near = left.length() > 2 && right.length() > 2 && (left.startsWith(right) || right.startsWith(left));
        return near ? "CMTC" : "NMTC";
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s・ー\\-‐−]", "");
    }
}
