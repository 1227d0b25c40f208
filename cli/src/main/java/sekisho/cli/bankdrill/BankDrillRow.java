package sekisho.cli.bankdrill;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the time of one fault.
 *
 * @param fault its name; {@code none} before the first
 * @param started instructions at the misbehaving bank
 * @param doubted of them that were in doubt at some time
 * @param settled of them, those booked to suspense too
 * @param declined of them
 * @param contradicted of them: the bank said one thing and then the other
 * @param recovered simulated minutes from the bank's recovery until the last of them had ended
 * @param median latency at the other banks, from the request to the booking, real milliseconds
 * @param p99 the same
 */
public record BankDrillRow(
        String fault,
        int started,
        int doubted,
        int settled,
        int declined,
        int contradicted,
        double recovered,
        double median,
        double p99) {

    static final String HEAD = "%-18s %8s %8s %8s %8s %12s %10s %10s %10s"
            .formatted(
                    "fault",
                    "started",
                    "doubted",
                    "settled",
                    "declined",
                    "contradicted",
                    "recovered",
                    "others p50",
                    "others p99");

    /** A line of the table. */
    String line() {
        return "%-18s %8d %8d %8d %8d %12d %7.1f min %7.1f ms %7.1f ms"
                .formatted(fault, started, doubted, settled, declined, contradicted, recovered, median, p99);
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("fault", fault);
        json.put("started", started);
        json.put("doubted", doubted);
        json.put("settled", settled);
        json.put("declined", declined);
        json.put("contradicted", contradicted);
        json.put("recoveredMinutes", recovered);
        json.put("othersMedian", median);
        json.put("othersP99", p99);
        return json;
    }
}
