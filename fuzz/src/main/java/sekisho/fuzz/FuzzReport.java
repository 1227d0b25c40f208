package sekisho.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * What came of fuzzing.
 *
 * @param counts answers by end point and status
 * @param findings what was wrong, each with the request; at most {@link #MOST_FINDINGS}
 * @param unreached statuses of end points that never came
 */
public record FuzzReport(
        long seed,
        double seconds,
        long requests,
        Map<String, SortedMap<Integer, Long>> counts,
        List<String> findings,
        List<String> unreached) {
    /** After so many it ends. */
    public static final int MOST_FINDINGS = 50;

    /** From so many requests on, what was not reached is a failure. */
    public static final long REQUESTS_FOR_EVERYTHING = 5_000;

    /** What is wrong; empty: nothing. */
    public List<String> troubles() {
        var troubles = new ArrayList<>(findings);
        if (requests >= REQUESTS_FOR_EVERYTHING) {
            troubles.addAll(unreached);
        }
        return troubles;
    }

    /** A table of counts, and a line on the whole. */
    public String text() {
        var statuses = Coverage.statuses(counts);
        var text = new StringBuilder(String.format(Locale.ROOT, "%-52s", ""));
        statuses.forEach(status -> text.append(String.format(Locale.ROOT, " %7d", status)));
        text.append('\n');
        counts.forEach((operation, row) -> {
            text.append(String.format(Locale.ROOT, "%-52s", operation));
            statuses.forEach(status -> text.append(String.format(Locale.ROOT, " %,7d", row.getOrDefault(status, 0L))));
            text.append('\n');
        });
        return text.append(String.format(
                        Locale.ROOT,
                        "seed %d: %,d requests in %.0f s, %d findings, %d not reached",
                        seed,
                        requests,
                        seconds,
                        findings.size(),
                        unreached.size()))
                .toString();
    }

    /** For a machine. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("seed", seed);
        json.put("seconds", seconds);
        json.put("requests", requests);
        json.put("counts", counts);
        json.put("findings", findings);
        json.put("unreached", unreached);
        return json;
    }
}
