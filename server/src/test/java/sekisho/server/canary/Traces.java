package sekisho.server.canary;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The forms in which values may be written, and the search for all of them at once: as they are, in other widths and with other marks,
 * in four character sets, escaped as in Java, JSON and HTML, percent-encoded, in hexadecimal digits, in Base64 wherever it begins.
 * Letters are compared without their case. Immutable.
 */
final class Traces {
    /** What is shorter occurs by itself. */
    private static final int SHORTEST = 6;

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final List<Function<String, String>> ESCAPES = List.of(
            text -> escaped(text, "\\u%04x"),
            text -> escaped(text, "&#%d;"),
            text -> escaped(text, "&#x%x;"),
            text -> URLEncoder.encode(text, UTF_8),
            text -> URLEncoder.encode(text, UTF_8).replace("%", "%25"));

    private final Map<Integer, List<Form>> forms = new HashMap<>();
    private final BitSet beginnings = new BitSet();

    /** One way to write a value. */
    private static final class Form {
        private final String value;
        private final byte[] bytes;

        Form(String value, byte[] bytes) {
            this.value = value;
            this.bytes = bytes;
        }
    }

    Traces(Collection<String> values) {
        values.forEach(this::add);
    }

    private void add(String value) {
        for (String variant : variants(value)) {
            for (Charset charset : List.of(UTF_8, UTF_16BE, UTF_16LE, SHIFT_JIS)) {
                byte[] bytes = variant.getBytes(charset);
                add(value, bytes);
                add(value, HexFormat.of().formatHex(bytes).getBytes(US_ASCII));
                for (int before = 0; before < 3; before++) {
                    add(value, inBase64(bytes, before));
                }
            }
            ESCAPES.forEach(escape -> add(value, escape.apply(variant).getBytes(US_ASCII)));
        }
    }

    private void add(String value, byte[] written) {
        if (written.length >= SHORTEST) {
            byte[] bytes = folded(written);
            List<Form> same = forms.computeIfAbsent(beginning(bytes, 0), _ -> new ArrayList<>());
            if (same.stream().noneMatch(form -> Arrays.equals(form.bytes, bytes))) {
                same.add(new Form(value, bytes));
            }
            beginnings.set(hash(beginning(bytes, 0)));
        }
    }

    /** Other widths, other marks, other letters for the same. */
    private static Set<String> variants(String value) {
        var variants = new LinkedHashSet<String>();
        for (Normalizer.Form form : Normalizer.Form.values()) {
            variants.add(Normalizer.normalize(value, form));
        }
        variants.add(wide(value));
        variants.add(wide(value.toLowerCase(Locale.ROOT)));
        variants.add(hiragana(value));
        variants.add(narrow(value));
        return variants;
    }

    private static String wide(String value) {
        return map(value, letter -> letter > ' ' && letter < 0x7F ? letter + 0xFEE0 : letter);
    }

    private static String hiragana(String value) {
        return map(value, letter -> letter >= 'ァ' && letter <= 'ヶ' ? letter - 0x60 : letter);
    }

    /** Katakana of half the width, as banks' files have them: found by what normalisation makes of each. */
    private static String narrow(String value) {
        var wide = Normalizer.normalize(value, Normalizer.Form.NFD);
        return map(wide, letter -> switch (letter) {
            case 0x3099 -> 'ﾞ';
            case 0x309A -> 'ﾟ';
            default -> {
                for (int half = 'ｦ'; half <= 'ﾝ'; half++) {
                    if (Normalizer.normalize(Character.toString(half), Normalizer.Form.NFKC)
                            .equals(Character.toString(letter))) {
                        yield half;
                    }
                }
                yield letter;
            }
        });
    }

    private static String map(String value, java.util.function.IntUnaryOperator letters) {
        return value.codePoints().map(letters).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String escaped(String text, String form) {
        return text.chars()
                .mapToObj(letter -> letter < 0x80 ? Character.toString(letter) : form.formatted(letter))
                .collect(Collectors.joining());
    }

    /** What stays the same of the digits, whatever stands before and behind. */
    private static byte[] inBase64(byte[] bytes, int before) {
        byte[] whole = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, whole, before, bytes.length);
        String digits = Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        int from = before == 0 ? 0 : before + 1;
        int to = whole.length % 3 == 0 ? digits.length() : digits.length() - 1;
        return digits.substring(Math.min(from, to), to).getBytes(US_ASCII);
    }

    /** The values of which there is a trace. */
    Set<String> in(String text) {
        return in(text.getBytes(UTF_8));
    }

    /** The values of which there is a trace. */
    Set<String> in(byte[] written) {
        byte[] bytes = folded(written);
        var found = new TreeSet<String>();
        for (int at = 0; at + SHORTEST <= bytes.length; at++) {
            int beginning = beginning(bytes, at);
            if (beginnings.get(hash(beginning))) {
                for (Form form : forms.getOrDefault(beginning, List.of())) {
                    if (stands(form, bytes, at)) {
                        found.add(form.value);
                    }
                }
            }
        }
        return found;
    }

    /** A number within a longer one is another number. */
    private static boolean stands(Form form, byte[] bytes, int at) {
        int end = at + form.bytes.length;
        if (end > bytes.length || !Arrays.equals(form.bytes, 0, form.bytes.length, bytes, at, end)) {
            return false;
        }
        boolean digits = form.bytes.length < 10 && isDigit(form.bytes[0]) && isDigit(form.bytes[form.bytes.length - 1]);
        return !digits || ((at == 0 || !isDigit(bytes[at - 1])) && (end == bytes.length || !isDigit(bytes[end])));
    }

    private static boolean isDigit(byte letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
    }

    /** Small letters, and one alphabet for both kinds of Base64. */
    private static byte[] folded(byte[] bytes) {
        byte[] folded = bytes.clone();
        for (int i = 0; i < folded.length; i++) {
            byte letter = folded[i];
            if (letter >= 'A' && letter <= 'Z') {
                folded[i] = (byte) (letter + 32);
            } else if (letter == '+') {
                folded[i] = '-';
            } else if (letter == '/') {
                folded[i] = '_';
            }
        }
        return folded;
    }

    private static int beginning(byte[] bytes, int at) {
        return (bytes[at] << 24)
                | ((bytes[at + 1] & 0xFF) << 16)
                | ((bytes[at + 2] & 0xFF) << 8)
                | (bytes[at + 3] & 0xFF);
    }

    private static int hash(int beginning) {
        return (beginning * 0x9E3779B1) >>> 14;
    }

    @Override
    public String toString() {
        return "%d forms"
                .formatted(forms.values().stream().mapToInt(List::size).sum())
                .toLowerCase(Locale.ROOT);
    }
}
