package sekisho.cli.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The accounts of a foreign stream, numbered in the order in which they first appear, with the balances that the file prints for
 * them. Owned by one thread while it is filled, then read by any.
 */
final class Accounts {
    private final Map<String, Integer> indexes = new HashMap<>();
    private Party.Kind[] kinds = new Party.Kind[1_024];
    private String[] names = new String[1_024];
    private long[] first = new long[1_024];
    private long[] lowest = new long[1_024];
    private long[] last = new long[1_024];

    /** Takes note of a side of a row; returns its account's index. */
    int note(Party party) {
        Integer known = indexes.get(party.name());
        int index = known == null ? add(party) : known;
        lowest[index] = Math.min(lowest[index], Math.min(party.before(), party.after()));
        last[index] = party.after();
        return index;
    }

    int count() {
        return indexes.size();
    }

    Party.Kind kind(int index) {
        return kinds[index];
    }

    /** The name in the file. */
    String name(int index) {
        return names[index];
    }

    /** The first balance that the file prints, minor units. */
    long first(int index) {
        return first[index];
    }

    /** The lowest balance that the file prints, minor units. */
    long lowest(int index) {
        return lowest[index];
    }

    /** The last balance that the file prints, minor units. */
    long last(int index) {
        return last[index];
    }

    private int add(Party party) {
        int index = indexes.size();
        if (index == names.length) {
            grow(index * 2);
        }
        indexes.put(party.name(), index);
        kinds[index] = party.kind();
        names[index] = party.name();
        first[index] = party.before();
        lowest[index] = party.before();
        return index;
    }

    private void grow(int length) {
        kinds = Arrays.copyOf(kinds, length);
        names = Arrays.copyOf(names, length);
        first = Arrays.copyOf(first, length);
        lowest = Arrays.copyOf(lowest, length);
        last = Arrays.copyOf(last, length);
    }
}
