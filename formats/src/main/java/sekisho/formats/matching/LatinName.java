package sekisho.formats.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Names in Latin letters, as passports and banks write them; "&lt;" is a gap, as in a machine-readable zone. */
final class LatinName {

    /** Letters with an expansion of their own in ICAO Doc 9303-3, section 6, or none in Unicode. */
    private static final Map<String, String> EXPANDED = Map.ofEntries(
            Map.entry("Ä", "AE"),
            Map.entry("Å", "AA"),
            Map.entry("Æ", "AE"),
            Map.entry("Ö", "OE"),
            Map.entry("Ø", "OE"),
            Map.entry("Œ", "OE"),
            Map.entry("Ü", "UE"),
            Map.entry("ß", "SS"),
            Map.entry("Þ", "TH"),
            Map.entry("Ð", "D"),
            Map.entry("Đ", "D"),
            Map.entry("Ł", "L"),
            Map.entry("ı", "I"));

    private static final Map<String, String> BARE = Map.of("Æ", "A", "Ø", "O", "Œ", "O");

    private LatinName() {}

    static MatchCode compare(String verified, String held) {
        Set<List<String>> ours = exact(verified);
        Set<List<String>> theirs = exact(held);
        if (ours.contains(List.<String>of()) || theirs.contains(List.<String>of())) {
            return MatchCode.NOAP;
        }
        if (ours.stream().anyMatch(theirs::contains)) {
            return MatchCode.MTCH;
        }
        for (List<String> left : ours) {
            for (List<String> right : theirs) {
                if (isClose(left, right)) {
                    return MatchCode.CMTC;
                }
            }
        }
        return MatchCode.NMTC;
    }

    /** The ways to write a name in plain capitals: umlauts expanded (MUELLER), and without their dots (MULLER). */
    private static Set<List<String>> exact(String name) {
        String unified = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replace("ß", "SS")
                .toUpperCase(Locale.ROOT);
        var ways = new HashSet<List<String>>();
        ways.add(words(replaced(unified, EXPANDED)));
        ways.add(words(replaced(replaced(unified, BARE), Map.of("Þ", "TH", "Ð", "D", "Đ", "D", "Ł", "L"))));
        return ways;
    }

    private static String replaced(String text, Map<String, String> map) {
        var result = new StringBuilder(text.length());
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> result.append(map.getOrDefault(letter, letter)));
        return result.toString();
    }

    private static List<String> words(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD);
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = 0; i <= bare.length(); i++) {
            char c = i < bare.length() ? bare.charAt(i) : ' ';
            if (c >= 'A' && c <= 'Z') {
                word.append(c);
            } else if ((Character.isWhitespace(c) || c == '<' || c == ',' || Text.isDash(c)) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return List.copyOf(words);
    }

    /** Another order, a missing middle name, or another way to romanise Japanese; two words have to agree. */
    private static boolean isClose(List<String> left, List<String> right) {
        var longer = counted(left.size() >= right.size() ? left : right);
        var shorter = counted(left.size() >= right.size() ? right : left);
        int words = shorter.values().stream().mapToInt(Integer::intValue).sum();
        boolean contained =
                shorter.entrySet().stream().allMatch(e -> longer.getOrDefault(e.getKey(), 0) >= e.getValue());
        return contained && (words >= 2 || left.size() == right.size());
    }

    private static Map<String, Integer> counted(List<String> words) {
        var counted = new TreeMap<String, Integer>();
        words.stream().map(LatinName::sound).forEach(word -> counted.merge(word, 1, Integer::sum));
        return counted;
    }

    /** Hepburn's long vowels (OH, OU, OO, UU) short, and n before b, m, p however it is written. */
    private static String sound(String word) {
        UnaryOperator<String> vowels = w -> w.replaceAll("OH(?![AEIOUY])", "O")
                .replace("OU", "O")
                .replace("OO", "O")
                .replace("UU", "U");
        return vowels.apply(word).replaceAll("M(?=[BMP])", "N");
    }
}
