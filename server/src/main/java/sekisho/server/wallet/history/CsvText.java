package sekisho.server.wallet.history;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sekisho.server.pages.Visit;

/**
 * A history as a file of comma-separated values (RFC 4180, UTF-8 with a mark for spreadsheets). A text that a spreadsheet would
 * take for a formula begins with an apostrophe.
 */
final class CsvText {
    private static final String MARK = "\uFEFF";
    private static final String FORMULAS = "=+-@\t\r\n＝＋－＠";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private CsvText() {}

    static byte[] of(Visit visit, List<Line> lines) {
        Stream<String> head = Stream.of(Stream.of("time", "what", "in", "out", "balance", "reference")
                .map(column -> cell(visit.say("csv." + column)))
                .collect(Collectors.joining(",")));
        Stream<String> rows = lines.stream().map(line -> row(visit, line));
        return (MARK + Stream.concat(head, rows).collect(Collectors.joining("\r\n")) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String row(Visit visit, Line line) {
        return String.join(
                ",",
                TIME.format(line.at().atZone(visit.zone())),
                cell(line.title()),
                line.signed() > 0 ? Long.toString(line.signed()) : "",
                line.signed() < 0 ? Long.toString(-line.signed()) : "",
                Long.toString(line.balance()),
                cell(line.href().substring(line.href().lastIndexOf('/') + 1)));
    }

    /** A text as a cell. */
    static String cell(String text) {
        String safe = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
