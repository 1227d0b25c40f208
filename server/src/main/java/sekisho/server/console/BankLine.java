package sekisho.server.console;

import java.util.List;
import sekisho.protocol.BankOperation;

/**
 * A bank on the board.
 *
 * @param gates of links, top-ups and cash-outs, in this order
 * @param failing whether it refuses more than one in five of today's instructions
 */
public record BankLine(String code, String name, List<Gate> gates, Today today, boolean failing) {
    public BankLine {
        gates = List.copyOf(gates);
    }

    /**
     * A switch.
     *
     * @param kind {@code open}, {@code shut}, or {@code half}: one person wants to open it again
     * @param word the key of what it opens and closes
     * @param value as forms have it
     * @param since when it was set
     * @param reason in words; empty while it is open
     * @param by who set it; empty: not from the console
     */
    public record Gate(
            BankOperation operation, String kind, String word, String value, String since, String reason, String by) {

        public boolean open() {
            return kind.equals("open");
        }
    }

    /** In words, as the table has them. */
    public record Today(String in, String out, String failures, long doubtful, long waiting) {}

    public boolean closed() {
        return gates.stream().anyMatch(gate -> !gate.open());
    }
}
