package sekisho.formats.zengin;

import java.util.List;

/** Counts and sums (yen) of a file, as its trailer has them; what was done and not done is 0 in a request. */
record Totals(long count, long sum, long doneCount, long doneSum, long undoneCount, long undoneSum) {

    static Totals of(Stage stage, List<DebitEntry> entries) {
        long sum = 0;
        long doneCount = 0;
        long doneSum = 0;
        for (DebitEntry entry : entries) {
            sum += entry.amount();
            if (entry.result() == DebitResult.DONE) {
                doneCount++;
                doneSum += entry.amount();
            }
        }
        long count = entries.size();
        return switch (stage) {
            case REQUEST -> new Totals(count, sum, 0, 0, 0, 0);
            case RESULT -> new Totals(count, sum, doneCount, doneSum, count - doneCount, sum - doneSum);
        };
    }
}
