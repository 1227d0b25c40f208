package sekisho.formats.matching;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Birth dates as banks write them: 1990-04-01, 1990/4/1, 19900401, 1990年4月1日, 平成2年4月1日, H2.4.1, H020401. */
final class BirthDate {
    private static final Pattern PLAIN = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern PARTS = Pattern.compile("(\\d{4})[-./年](\\d{1,2})[-./月](\\d{1,2})日?");
    private static final Pattern ERA =
            Pattern.compile("(明治|大正|昭和|平成|令和|[MTSHR])(元|\\d{1,2})[-./年](\\d{1,2})[-./月](\\d{1,2})日?");
    private static final Pattern ERA_PLAIN = Pattern.compile("(明治|大正|昭和|平成|令和|[MTSHR])(\\d{2})(\\d{2})(\\d{2})");

    /** The year before an era's first. */
    private static final Map<Character, Integer> BEFORE = Map.of(
            'M', 1867, '明', 1867, 'T', 1911, '大', 1911, 'S', 1925, '昭', 1925, 'H', 1988, '平', 1988, 'R', 2018, '令',
            2018);

    private BirthDate() {}

    static MatchCode compare(String verified, String held) {
        Optional<LocalDate> ours = read(verified);
        Optional<LocalDate> theirs = read(held);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return MatchCode.NOAP;
        }
        return ours.equals(theirs) ? MatchCode.MTCH : MatchCode.NMTC;
    }

    /** The date; empty where it is none, and where a year has two digits and no era. */
    static Optional<LocalDate> read(String text) {
        String date = Text.withoutGaps(Text.unified(text));
        for (Pattern pattern : new Pattern[] {PLAIN, PARTS}) {
            Matcher match = pattern.matcher(date);
            if (match.matches()) {
                return date(Integer.parseInt(match.group(1)), match);
            }
        }
        for (Pattern pattern : new Pattern[] {ERA, ERA_PLAIN}) {
            Matcher match = pattern.matcher(date);
            if (match.matches()) {
                int year = match.group(2).equals("元") ? 1 : Integer.parseInt(match.group(2));
                int before = BEFORE.getOrDefault(match.group(1).charAt(0), 0);
                // Group numbers differ: era, year, month, day.
                return date(before + year, match.group(3), match.group(4));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(int year, Matcher match) {
        return date(year, match.group(2), match.group(3));
    }

    private static Optional<LocalDate> date(int year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return Optional.empty(); // 30 February: it cannot be compared.
        }
    }
}
