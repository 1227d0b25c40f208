package sekisho.cli.imports;

import java.math.BigDecimal;
import java.util.Locale;

/** A report for people. */
final class ImportText {
    private final ImportReport report;
    private final StringBuilder text = new StringBuilder();

    ImportText(ImportReport report) {
        this.report = report;
    }

    String text() {
        line("%,d rows in %.2f s: %,.0f a second (node ready after %.1f s)",
                report.rows(), report.seconds(), report.rate(), report.readySeconds());
        line("  %-28s %,18d", "accepted", report.accepted());
        line("  %-28s %,18d", "repeated", report.repeated());
        report.refused().forEach((reason, count) -> line("  %-28s %,18d", "refused " + reason, count));
        line("end totals (%s)", Script.CURRENCY);
        report.totalsByWord().forEach((word, total) -> line("  %-28s %18s", word, decimal(total)));
        report.conservation()
                .forEach((currency, difference) -> line("  %-28s %18s", "debits − credits " + currency, difference));
        differences(report.differences());
        Flagged flagged = report.flagged();
        if (flagged != null) {
            line("overdrafts the file marks: %,d; refused here: %,d; both: %,d%s",
                    flagged.marked(), flagged.refused(), flagged.both(), flagged.same() ? " — the same rows" : "");
        }
        line("stream            %s", report.stream());
        line("fingerprint       %s", report.fingerprint());
        line("state fingerprint %s", report.stateFingerprint());
        report.troubles().forEach(trouble -> line("TROUBLE: %s", trouble));
        return text.toString();
    }

    private void differences(Differences differences) {
        line("wallets compared with the file's last balances: %,d", differences.compared());
        line("  %-28s %,18d", "equal", differences.equal());
        line("  %-28s %,18d", "within 1.00 (rounding)", differences.near());
        line("  %-28s %,18d", "further apart", differences.far());
        line("  %-28s %18s", "largest difference", decimal(differences.largest()));
        line("  %-28s %18s", "sum of differences", decimal(differences.sum()));
    }

    private static String decimal(long minorUnits) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(minorUnits, 2));
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
