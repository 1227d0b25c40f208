package sekisho.bank.fapi;

import java.text.Normalizer;
import sekisho.bank.redirect.Attribute;
import sekisho.bank.redirect.MatchCode;

/** Compares a verified attribute of a person with what the bank says. Keeps neither. */
@FunctionalInterface
public interface Comparison {

    /**
     * How alike they are.
     *
     * @param ours verified; never what somebody typed
     * @param theirs from the bank's verified claims
     */
    MatchCode compare(Attribute attribute, String ours, String theirs);

    /** The same or not: without spaces, in NFKC, and of a phone number its digits with Japan's 81 as 0. */
    static Comparison exact() {
        return (attribute, ours, theirs) ->
                plain(attribute, ours).equals(plain(attribute, theirs)) ? MatchCode.MTCH : MatchCode.NMTC;
    }

    private static String plain(Attribute attribute, String text) {
        String same = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
        return switch (attribute) {
            case PHONE -> same.replaceFirst("^\\+81", "0").replaceAll("[^0-9]", "");
            case NAME_KANJI, NAME_KANA, BIRTH_DATE, ADDRESS -> same;
        };
    }
}
