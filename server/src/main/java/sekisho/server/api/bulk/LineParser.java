package sekisho.server.api.bulk;

import sekisho.server.access.ApiClient;
import sekisho.server.access.Scope;
import sekisho.server.problem.Problem;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;
import tools.jackson.core.json.JsonFactory;

/** Reads lines into batches. Owner: one thread. */
final class LineParser {
    private final ApiClient client;
    private final boolean mayTransfer;
    private final TransferLine transfer;
    private final OtherLine other;

    LineParser(ApiClient client, JsonFactory factory, OtherLine other) {
        this.client = client;
        this.mayTransfer = client.may(Scope.PAYMENTS_WRITE);
        this.transfer = new TransferLine(factory);
        this.other = other;
    }

    /** Adds a line to a batch, as a request or as the problem that it is. */
    void add(BulkBatch batch, byte[] bytes, int from, int length) {
        if (mayTransfer && transfer.read(bytes, from, length)) {
            batch.frame().encoder().add(transfer.id(), transfer.command(), false, false, 0);
            batch.executed(transfer.id(), BulkAction.TRANSFER);
            return;
        }
        try {
            BulkAction action = other.read(client, bytes, from, length);
            batch.frame().encoder().add(action.id(), action.command(), false, false, 0);
            batch.executed(action.id(), action.fields());
        } catch (ProblemException bad) {
            batch.refused(transfer.idIfRead(), bad.problem());
        }
    }

    /** Adds a line that was too long to be read. */
    static void addTooLong(BulkBatch batch) {
        batch.refused(null, tooLong());
    }

    /** The problem of a line that is too long. */
    static Problem tooLong() {
        return ProblemCode.LINE_TOO_LONG
                .because("A line has at most " + LineReader.LONGEST + " bytes.")
                .withBound(LineReader.LONGEST);
    }
}
