package sekisho.cli.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import sekisho.benchmarks.Measurement;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Refusal;

/**
 * What became of an import.
 *
 * @param stream its name
 * @param rows of the file
 * @param answered rows that got an answer
 * @param accepted this time
 * @param refused this time, by reason
 * @param repeated answered before
 * @param totals balances by kind of account, minor units
 * @param conservation debits less credits by currency, minor units
 * @param differences to the balances that the file prints last
 * @param flagged the file's marked overdrafts and the refused rows; null if rows were repeated, or the format has no marks
 * @param troubles what went wrong; empty if all went well
 */
public record ImportReport(
        String stream,
        int rows,
        long answered,
        long accepted,
        Map<Refusal, Long> refused,
        long repeated,
        Map<AccountKind, Long> totals,
        SortedMap<String, Long> conservation,
        Differences differences,
        @Nullable Flagged flagged,
        Times times,
        String fingerprint,
        String stateFingerprint,
        List<String> troubles) {

    /**
     * What took how long, in seconds.
     *
     * @param ready from looking for a node until it was ready
     * @param sent from the first entry sent to the last one answered
     * @param readable from the first entry sent until all of them could be read, where a server has the home
     */
    record Times(double ready, double sent, double readable) {}

    /** Whether all rows were answered, and money was neither made nor lost. */
    public boolean allWell() {
        return troubles.isEmpty();
    }

    /** Rows a second. */
    double rate() {
        return rows / times.sent();
    }

    /** What {@code --json} prints. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "measurements",
                List.of(
                        Measurement.rate("import.rows", rate()).json(),
                        Measurement.seconds("import.duration", times.sent()).json(),
                        Measurement.seconds("import.ready", times.ready()).json(),
                        Measurement.seconds("import.readable", times.readable()).json()));
        json.put("rows", rows);
        json.put("accepted", accepted);
        json.put("refused", refused);
        json.put("repeated", repeated);
        json.put("totals", totalsByWord());
        json.put("conservation", conservation);
        json.put("fingerprint", fingerprint);
        json.put("stateFingerprint", stateFingerprint);
        json.put("stream", stream);
        json.put("differences", differences.json());
        if (flagged != null) {
            json.put("flagged", flagged.json());
        }
        json.put("troubles", troubles);
        return json;
    }

    /** What people read. */
    public String text() {
        return new ImportText(this).text();
    }

    /** The totals by their words in reports, in the order of the chart of accounts. */
    Map<String, Long> totalsByWord() {
        Map<String, Long> words = new LinkedHashMap<>();
        totals.forEach((kind, total) -> words.put(word(kind), total));
        return words;
    }

    private static String word(AccountKind kind) {
        return switch (kind) {
            case WALLET -> "wallets";
            case MERCHANT -> "merchants";
            case SETTLEMENT -> "settlement";
            case IN_TRANSIT -> "inTransit";
            case FEES -> "fees";
            case COMPENSATION -> "compensation";
            case SUSPENSE -> "suspense";
            case POSITION -> "positions";
            case OPENING -> "opening";
        };
    }

    /** What is wrong with these answers and this state. */
    static List<String> troubles(Tally tally, int rows, StateSummary state) {
        List<String> troubles = new ArrayList<>();
        String trouble = tally.trouble();
        if (trouble != null) {
            troubles.add(trouble);
        }
        if (tally.answered() != rows) {
            troubles.add((rows - tally.answered()) + " rows got no answer");
        }
        state.conservation().forEach((currency, difference) -> {
            if (difference != 0) {
                troubles.add("debits and credits in " + currency + " differ by " + difference);
            }
        });
        return troubles;
    }
}
