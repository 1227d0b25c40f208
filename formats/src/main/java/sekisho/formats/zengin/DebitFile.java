package sekisho.formats.zengin;

import java.util.List;

/**
 * A direct-debit file (預金口座振替, type code 91): one header, entries, trailer and end. The trailer is not kept: it follows from
 * the entries.
 *
 * @param entries at most 999,999, what the trailer's count can say; their sum has at most 12 digits
 */
public record DebitFile(Purpose purpose, Stage stage, DebitHeader header, List<DebitEntry> entries, Ending ending) {
    static final int MOST_ENTRIES = 999_999;
    static final long MOST_TOTAL = 999_999_999_999L;

    public DebitFile {
        entries = List.copyOf(entries);
        Checks.that(entries.size() <= MOST_ENTRIES, "more than " + MOST_ENTRIES + " entries");
        long total = 0;
        for (DebitEntry entry : entries) {
            boolean isMandate = purpose == Purpose.MANDATE;
            Checks.that(isMandate == (entry.amount() == 0), "a mandate has the amount 0, a debit another");
            Checks.that(!isMandate || entry.novelty() != Novelty.NEITHER, "a mandate is new or changed");
            Checks.that(stage == Stage.RESULT || entry.result() == DebitResult.DONE, "a request has no results");
            total += entry.amount();
        }
        Checks.that(total <= MOST_TOTAL, "the sum is over " + MOST_TOTAL + " yen");
    }

    /** The file's bytes. */
    public byte[] bytes() {
        return FileWriter.write(this);
    }

    /** What the trailer says. */
    Totals totals() {
        return Totals.of(stage, entries);
    }
}
