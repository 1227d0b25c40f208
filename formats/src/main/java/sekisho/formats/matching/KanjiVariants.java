package sekisho.formats.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** The table of kanji variants beside this class, read once. Immutable. */
final class KanjiVariants {
    private static final String TABLE = "kanji-variants.tsv";

    /** By code point; what is not in it stands for itself. */
    private final Map<Integer, Integer> same = new HashMap<>();

    private final Map<Integer, Integer> close = new HashMap<>();

    private KanjiVariants(String table) {
        table.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] cells = line.split("\t", -1);
            if (cells.length != 4) {
                throw new IllegalStateException(TABLE + " has a row that has not 4 columns: " + line);
            }
            var grade = switch (cells[2]) {
                case "same" -> same;
                case "close" -> close;
                default -> throw new IllegalStateException(TABLE + " has a grade that is none: " + line);
            };
            grade.put(cells[0].codePointAt(0), cells[1].codePointAt(0));
        });
    }

    static KanjiVariants read() {
        var stream = KanjiVariants.class.getResourceAsStream(TABLE);
        if (stream == null) {
            throw new IllegalStateException("the table " + TABLE + " is not beside its class");
        }
        try (stream) {
            return new KanjiVariants(new String(stream.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each character in the one shape that stands for all shapes of it: 髙 → 高, 邉 → 邊 → 辺. */
    String oneShape(String text) {
        return mapped(text, c -> followed(same, c));
    }

    /** After {@link #oneShape}: characters that are often taken for one another made one: 斎 → 斉. */
    String oneFamily(String text) {
        return mapped(text, c -> followed(same, followed(close, c)));
    }

    private static String mapped(String text, IntUnaryOperator map) {
        var result = new StringBuilder(text.length());
        text.codePoints().map(map).forEach(result::appendCodePoint);
        return result.toString();
    }

    /** The table's chains are short and have no circle; the bound holds should one get in. */
    private static int followed(Map<Integer, Integer> map, int character) {
        int at = character;
        for (int step = 0; step < 4 && map.containsKey(at); step++) {
            at = map.getOrDefault(at, at);
        }
        return at;
    }
}
