package sekisho.protocol;

import java.util.List;

/**
 * An operator's own postings, between any accounts of the book: opening balances, corrections, compensation, exchange.
 * They obey floors, closed accounts and safeguarding; freezes, tiers and limits do not bind them.
 */
public sealed interface LedgerCommand extends Command<LedgerOutcome> {

    /** Most lines of one posting. */
    int MAX_LINES = 16;

    /** The longest life of a hold: 366 days. */
    long MAX_HOLD_MILLIS = 366L * 24 * 3_600_000;

    /**
     * Books lines whose debits equal their credits in every currency.
     *
     * @param lines 2 to {@link #MAX_LINES}
     * @param upTo with exactly one debit and one credit line of the same amount: move what is available up to it
     * @param reverses the operation that this takes back (once), or {@link OperationId#NONE}
     */
    record Book(List<Line> lines, boolean upTo, OperationId reverses) implements LedgerCommand {
        public Book {
            lines = List.copyOf(lines);
            requireLines(lines);
        }
    }

    /**
     * Reserves lines: money leaves "available" at once and arrives when the hold is posted. The hold is named by its
     * request.
     *
     * @param expiresAfterMillis 1 to {@link #MAX_HOLD_MILLIS}, or 0: never
     */
    record Hold(List<Line> lines, long expiresAfterMillis) implements LedgerCommand {
        public Hold {
            lines = List.copyOf(lines);
            requireLines(lines);
            if (expiresAfterMillis != 0) {
                Codes.requireDuration(expiresAfterMillis, MAX_HOLD_MILLIS);
            }
        }
    }

    /**
     * Posts a hold. Several at once, all or none: a chain of posts.
     *
     * @param amount 1 to the held amount, the rest is released; 0: whole. A part only of a hold of two lines
     */
    record PostHold(OperationId hold, long amount) implements LedgerCommand {
        public PostHold {
            if (amount < 0 || amount > Money.MAX) {
                throw new IllegalArgumentException("a part is 1 to 2^53-1 minor units, 0 the whole");
            }
        }
    }

    /** Releases a hold. Several at once, all or none: a chain of voids. */
    record VoidHold(OperationId hold) implements LedgerCommand {}

    private static void requireLines(List<Line> lines) {
        if (lines.size() < 2 || lines.size() > MAX_LINES) {
            throw new IllegalArgumentException("a posting has 2 to " + MAX_LINES + " lines");
        }
    }
}
