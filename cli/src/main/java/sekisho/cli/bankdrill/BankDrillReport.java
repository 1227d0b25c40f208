package sekisho.cli.bankdrill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sekisho.benchmarks.Measurement;

/**
 * What became of a drill.
 *
 * @param instructions all that were started, at all banks
 * @param rows the first without a fault
 * @param troubles money that is not where it should be, and other broken promises; empty if all were kept
 */
public record BankDrillReport(int instructions, List<BankDrillRow> rows, List<String> troubles) {
    public BankDrillReport {
        rows = List.copyOf(rows);
        troubles = List.copyOf(troubles);
    }

    /** What {@code --json} prints. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put(
                "measurements",
                rows.stream()
                        .map(row -> Measurement.millis("drill.banks.others.p99." + row.fault(), row.p99())
                                .json())
                        .toList());
        json.put("instructions", instructions);
        json.put("faults", rows.stream().map(BankDrillRow::json).toList());
        json.put("troubles", troubles);
        return json;
    }

    /** What people read. */
    public String text() {
        var text = new StringBuilder(BankDrillRow.HEAD).append('\n');
        rows.forEach(row -> text.append(row.line()).append('\n'));
        return text.append(instructions)
                .append(" instructions: ")
                .append(troubles.isEmpty() ? "nothing lost, nothing doubled, nothing left in doubt" : "promises broken")
                .toString();
    }
}
