package sekisho.server.projection;

/**
 * How far the tables are.
 *
 * @param first the log's first step
 * @param last the last step that is projected
 * @param steps how many are
 * @param accounts how many accounts there are
 */
record Progress(Batch.Mark first, Batch.Mark last, long steps, int accounts) {
    /** Whether nothing is projected. */
    boolean none() {
        return steps == 0;
    }

    /** After a batch. */
    Progress after(Batch batch, int accountsThen) {
        return new Progress(none() ? batch.first() : first, batch.last(), steps + batch.steps(), accountsThen);
    }
}
