package sekisho.cli.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One line of comma-separated values, read by column. Nothing is trimmed, quoted or guessed: what is not exactly as expected is a
 * {@link BadFile} with line and column. Owned by one thread, used again for each line.
 */
final class Columns {
    private static final long MAX_MINOR_UNITS = (1L << 53) - 1;

    private final List<String> names;
    private final int[] starts;
    private byte[] characters = {};
    private long line;

    Columns(String heading) {
        names = List.of(heading.split(","));
        starts = new int[names.size() + 1];
    }

    /** Takes the current line. */
    void take(Lines lines) throws BadFile {
        characters = lines.characters();
        line = lines.number();
        int count = 1;
        starts[0] = 0;
        for (int i = 0; i < lines.length(); i++) {
            if (characters[i] == ',') {
                if (count < names.size()) {
                    starts[count] = i + 1;
                }
                count++;
            }
        }
        if (count != names.size()) {
            throw new BadFile(
                    line, "it has " + count + " columns instead of " + names.size() + "; correct or remove this line");
        }
        starts[count] = lines.length() + 1;
    }

    String text(int column) {
        return new String(characters, starts[column], length(column), StandardCharsets.US_ASCII);
    }

    /** An amount or balance with at most two decimals, as minor units, its size up to 2^53−1. */
    long minorUnits(int column) throws BadFile {
        int at = starts[column];
        int end = end(column);
        boolean negative = at < end && characters[at] == '-';
        int whole = negative ? at + 1 : at;
        int point = digitsEnd(whole, end);
        if (point == whole) {
            throw bad(column, "is not a number such as 12.50");
        }
        long units = number(whole, point, column);
        long value = Math.min(units, MAX_MINOR_UNITS) * 100;
        if (point < end) {
            int decimals = end - point - 1;
            if (characters[point] != '.' || decimals == 0 || digitsEnd(point + 1, end) != end) {
                throw bad(column, "is not a number such as 12.50");
            }
            if (decimals > 2) {
                throw bad(column, "has more than two decimals; the test currency has two: round it");
            }
            value += number(point + 1, end, column) * (decimals == 1 ? 10 : 1);
        }
        if (value > MAX_MINOR_UNITS) {
            throw bad(column, "is larger than 2^53-1 hundredths, the largest amount there is");
        }
        return negative ? -value : value;
    }

    /** A whole number from 0 to {@code max}. */
    int whole(int column, int max) throws BadFile {
        long value = digits(starts[column], column);
        if (value > max) {
            throw bad(column, "is not a whole number from 0 to " + max);
        }
        return (int) value;
    }

    /** 0 or 1. */
    boolean flag(int column) throws BadFile {
        return whole(column, 1) == 1;
    }

    /** The letter that a name begins with. */
    char letter(int column) throws BadFile {
        if (length(column) == 0) {
            throw bad(column, "is empty; it should name an account");
        }
        return (char) characters[starts[column]];
    }

    /** A name of an account: at least one digit, behind no more than {@code letters} capital letters. */
    String name(int column, int letters) throws BadFile {
        int at = starts[column];
        while (at < end(column) && at - starts[column] < letters && characters[at] >= 'A' && characters[at] <= 'Z') {
            at++;
        }
        int digits = end(column) - at;
        if (digits < 1 || digits > 18 || digitsEnd(at, end(column)) != end(column)) {
            throw bad(
                    column,
                    "does not name an account: " + (letters == 0 ? "" : "capital letters and ") + "1 to 18 digits");
        }
        return text(column);
    }

    /** A complaint about a field: its text and what is wrong with it. */
    BadFile bad(int column, String complaint) {
        return new BadFile(line, names.get(column), "\"" + text(column) + "\" " + complaint);
    }

    private long digits(int from, int column) throws BadFile {
        if (from == end(column) || digitsEnd(from, end(column)) != end(column)) {
            throw bad(column, "is not a whole number");
        }
        return number(from, end(column), column);
    }

    private long number(int from, int to, int column) throws BadFile {
        if (to - from > 17) {
            throw bad(column, "has too many digits");
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (characters[i] - '0');
        }
        return value;
    }

    private int digitsEnd(int from, int to) {
        int at = from;
        while (at < to && characters[at] >= '0' && characters[at] <= '9') {
            at++;
        }
        return at;
    }

    private int end(int column) {
        return starts[column + 1] - 1;
    }

    private int length(int column) {
        return end(column) - starts[column];
    }
}
