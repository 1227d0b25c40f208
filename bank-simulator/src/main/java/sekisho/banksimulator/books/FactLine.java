package sekisho.banksimulator.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A fact as a line of text: a checksum, then the fact's kind and values with tabs between them. */
final class FactLine {
    private static final char TAB = '\t';

    private FactLine() {}

    static String of(Fact fact) {
        String contents = switch (fact) {
            case Fact.Opened(var at, var token, var holder, var currency, var balance) ->
                line("opened", at, token, plain(holder), currency, balance);
            case Fact.Closed(var at, var token) -> line("closed", at, token);
            case Fact.Settled(var at, var order, var reference) -> line("settled", at, order(order), reference);
            case Fact.Declined(var at, var order, var reason) -> line("declined", at, order(order), reason);
            case Fact.KeyClosed(var at, var order) -> line("key-closed", at, order(order));
            case Fact.Mandated(var at, var mandate, var account, var operator, var reference) ->
                line("mandated", at, mandate, account, operator, reference);
            case Fact.MandateEnded(var at, var mandate, var by) -> line("mandate-ended", at, mandate, by);
        };
        return checksum(contents) + TAB + contents + '\n';
    }

    /** The fact of a line without its line feed; null if the line is not whole. */
    static @Nullable Fact parse(String line) {
        int end = line.indexOf(TAB);
        if (end < 0 || !line.substring(0, end).equals(checksum(line.substring(end + 1)))) {
            return null;
        }
        String[] cells = line.substring(end + 1).split("\t", -1);
        long at = Long.parseLong(cells[1]);
        return switch (cells[0]) {
            case "opened" -> new Fact.Opened(at, cells[2], cells[3], cells[4], Long.parseLong(cells[5]));
            case "closed" -> new Fact.Closed(at, cells[2]);
            case "settled" -> new Fact.Settled(at, order(cells), Long.parseLong(cells[8]));
            case "declined" -> new Fact.Declined(at, order(cells), DeclineCode.valueOf(cells[8]));
            case "key-closed" -> new Fact.KeyClosed(at, order(cells));
            case "mandated" -> new Fact.Mandated(at, cells[2], cells[3], cells[4], cells[5]);
            case "mandate-ended" -> new Fact.MandateEnded(at, cells[2], EndedBy.valueOf(cells[3]));
            default -> throw new IllegalStateException("the journal knows a fact that this bank does not: " + cells[0]);
        };
    }

    private static String line(Object... cells) {
        var line = new StringBuilder();
        for (Object cell : cells) {
            line.append(line.isEmpty() ? "" : TAB).append(cell);
        }
        return line.toString();
    }

    private static String order(Order order) {
        return line(
                order.operator(), order.key(), order.direction(), order.account(), order.amount(), order.currency());
    }

    private static Order order(String[] cells) {
        return new Order(cells[2], cells[3], Direction.valueOf(cells[4]), cells[5], Long.parseLong(cells[6]), cells[7]);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", " ");
    }

    private static String checksum(String contents) {
        var crc = new CRC32();
        crc.update(contents.getBytes(UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
