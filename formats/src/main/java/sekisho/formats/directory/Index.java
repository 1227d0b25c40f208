package sekisho.formats.directory;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows in the order of their codes, with what they are searched by. Immutable. */
final class Index<T> {
    private final List<T> rows;
    private final List<Keys> keys;

    /** An index of rows that are sorted by code. */
    Index(List<T> rows, Function<T, Keys> keys) {
        this.rows = rows;
        this.keys = rows.stream().map(keys).toList();
    }

    List<T> rows() {
        return rows;
    }

    /** Rows that a typed text finds, best first, then by code; at most so many. */
    List<T> search(String typed, int atMost) {
        String key = SearchKey.ofTyped(typed);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Hit<>(keys.get(i).match(key), rows.get(i)))
                .filter(hit -> hit.match() != Match.NONE)
                .sorted(Comparator.comparing((Hit<T> hit) -> hit.match()))
                .limit(atMost)
                .map(Hit::row)
                .toList();
    }

    /** How well a row matches, best first. */
    private enum Match {
        WHOLE,
        BEGINNING,
        WITHIN,
        NONE
    }

    /** A row that was found. */
    private record Hit<T>(Match match, T row) {}

    /** What a row is searched by. */
    record Keys(String code, String name, String kana, String romaji) {

        /** The keys of a row's columns. */
        static Keys of(String code, String name, String kana, String romaji) {
            return new Keys(code, SearchKey.of(name), SearchKey.of(kana), SearchKey.of(romaji));
        }

        private Match match(String key) {
            if (Stream.of(code, name, kana, romaji).anyMatch(key::equals)) {
                return Match.WHOLE;
            }
            if (Stream.of(code, name, kana, romaji).anyMatch(one -> one.startsWith(key))) {
                return Match.BEGINNING;
            }
            return name.contains(key) || kana.contains(key) ? Match.WITHIN : Match.NONE;
        }
    }
}
