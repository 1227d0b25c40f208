package sekisho.cli.imports;

import java.math.BigDecimal;
import java.util.Locale;

/** A report for people: a label and a value on each line. */
final class ImportText {
    private final ImportReport report;
    private final StringBuilder text = new StringBuilder();

    ImportText(ImportReport report) {
        this.report = report;
    }

    String text() {
        line("rows", report.rows());
        line("accepted", report.accepted());
        line("repeated", report.repeated());
        report.refused().forEach((reason, count) -> line("refused " + reason, count));
        report.totalsByWord().forEach((word, total) -> line("total " + word + ", " + Script.CURRENCY, decimal(total)));
        report.conservation().forEach((currency, difference) -> line("debits − credits, " + currency, difference));
        differences(report.differences());
        Flagged flagged = report.flagged();
        if (flagged != null) {
            line("overdrafts the file marks", flagged.marked());
            line("refused of them", flagged.both());
            line("refused besides them", flagged.refused() - flagged.both());
        }
        line(
                "seconds until the node was ready",
                decimal(Math.round(report.times().ready() * 100)));
        line("seconds for all rows", decimal(Math.round(report.times().sent() * 100)));
        line(
                "seconds until all could be read",
                decimal(Math.round(report.times().readable() * 100)));
        line("rows a second", Math.round(report.rate()));
        line("stream", report.stream());
        line("fingerprint", report.fingerprint());
        line("state fingerprint", report.stateFingerprint());
        report.troubles().forEach(trouble -> line("TROUBLE", trouble));
        return text.toString();
    }

    private void differences(Differences differences) {
        line("wallets compared with the file", differences.compared());
        line("  equal", differences.equal());
        line("  within 1.00 (rounding)", differences.near());
        line("  further apart", differences.far());
        line("  largest difference", decimal(differences.largest()));
        line("  sum of differences", decimal(differences.sum()));
    }

    private void line(String label, Number value) {
        line(label, String.format(Locale.ROOT, "%,d", value));
    }

    private void line(String label, String value) {
        text.append(String.format(Locale.ROOT, "%-36s %s%n", label, value));
    }

    private static String decimal(long minorUnits) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(minorUnits, 2));
    }
}
