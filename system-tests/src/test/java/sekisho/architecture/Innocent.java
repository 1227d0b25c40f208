package sekisho.architecture;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.agrona.collections.Long2LongHashMap;

/** What the engine may well do, in one class: the proof that the bans don't reach too far. */
final class Innocent {
    enum Colour {
        RED,
        GREEN
    }

    record Entry(long key, String text, Colour colour) {}

    sealed interface Shape {}

    record Circle(long radius) implements Shape {}

    record Square(long side) implements Shape {}

    private final Long2LongHashMap lookUp = new Long2LongHashMap(16, 0.65f, -1);
    private final TreeMap<Long, Entry> byKey = new TreeMap<>();

    long area(Shape shape) {
        return switch (shape) {
            case Circle(long radius) -> Math.multiplyExact(3, Math.multiplyExact(radius, radius));
            case Square(long side) -> Math.multiplyExact(side, side);
        };
    }

    String put(long key, Colour colour) {
        var text = switch (colour) {
            case RED -> String.format(Locale.ROOT, "%d is red", key);
            case GREEN -> ("key " + key + " is " + colour).toLowerCase(Locale.ROOT);
        };
        lookUp.put(key, text.length());
        byKey.put(key, new Entry(key, text, colour));
        return Instant.ofEpochMilli(lookUp.get(key)).toString();
    }

    List<Entry> sorted() {
        return byKey.values().stream().sorted(Comparator.comparing(Entry::text)).toList();
    }

    boolean same(Entry one, Entry other) {
        return one.equals(other) && one.hashCode() == other.hashCode();
    }

    long[] copy(long[] words) {
        var copy = new long[words.length];
        System.arraycopy(words, 0, copy, 0, words.length);
        return copy;
    }
}
