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
            case Fact.Linked(var at, var linking) -> line("linked", at, linking(linking));
            case Fact.Spoke(var at, var linking, var purpose, var answer) ->
                line("spoke", at, linking, purpose, answer);
            case Fact.Deposited(var at, var account, var reference, var text) ->
                line("deposited", at, account, reference, plain(text));
            case Fact.Bounced(var at, var account) -> line("bounced", at, account);
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
            case "linked" -> new Fact.Linked(at, linking(at, cells));
            case "spoke" ->
                new Fact.Spoke(at, cells[2], StatementPurpose.valueOf(cells[3]), StatementAnswer.valueOf(cells[4]));
            case "mandate-ended" -> new Fact.MandateEnded(at, cells[2], EndedBy.valueOf(cells[3]));
            case "deposited" -> new Fact.Deposited(at, cells[2], Long.parseLong(cells[3]), cells[4]);
            case "bounced" -> new Fact.Bounced(at, cells[2]);
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

    private static String linking(Linking linking) {
        StatementTerms terms = linking.terms();
        String mandate = linking.mandate();
        return line(
                linking.id(),
                linking.operator(),
                linking.account(),
                linking.shown(),
                mandate == null ? "" : mandate,
                linking.young(),
                terms.book(),
                terms.bank(),
                terms.key(),
                terms.wallet(),
                terms.person(),
                terms.link(),
                terms.session(),
                terms.nonce());
    }

    private static Linking linking(long at, String[] cells) {
        var terms = new StatementTerms(
                cells[8], cells[9], Integer.parseInt(cells[10]), cells[11], cells[12], cells[13], cells[14], cells[15]);
        return new Linking(
                cells[2],
                cells[3],
                cells[4],
                cells[5],
                cells[6].isEmpty() ? null : cells[6],
                terms,
                Boolean.parseBoolean(cells[7]),
                at,
                null);
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
