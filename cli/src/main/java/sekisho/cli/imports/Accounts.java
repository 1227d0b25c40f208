package sekisho.cli.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The accounts of a foreign stream, numbered in the order in which they first appear, with the balances that the file prints for
 * them. Owned by one thread while it is filled, then read by any.
 */
final class Accounts {
    private final Map<Name, Integer> indexes = new HashMap<>();
    private Party.Kind[] kinds = new Party.Kind[1_024];
    private long[] digits = new long[1_024];
    private long[] first = new long[1_024];
    private long[] lowest = new long[1_024];
    private long[] last = new long[1_024];

    private record Name(Party.Kind kind, long digits) {}

    /** Takes note of a side of a row; returns its account's index. */
    int note(Party party) {
        Name name = new Name(party.kind(), party.digits());
        Integer known = indexes.get(name);
        int index = known == null ? add(name, party.before()) : known;
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

    /** The digits of the name with a 1 before them. */
    long digits(int index) {
        return digits[index];
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

    private int add(Name name, long before) {
        int index = indexes.size();
        if (index == digits.length) {
            grow(index * 2);
        }
        indexes.put(name, index);
        kinds[index] = name.kind();
        digits[index] = name.digits();
        first[index] = before;
        lowest[index] = before;
        return index;
    }

    private void grow(int length) {
        kinds = Arrays.copyOf(kinds, length);
        digits = Arrays.copyOf(digits, length);
        first = Arrays.copyOf(first, length);
        lowest = Arrays.copyOf(lowest, length);
        last = Arrays.copyOf(last, length);
    }
}
