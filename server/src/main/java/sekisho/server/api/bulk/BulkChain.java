package sekisho.server.api.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.server.access.ApiClient;
import sekisho.server.problem.Fields;
import sekisho.server.problem.ProblemException;
import sekisho.server.problem.Refusals;

/** One bulk request whose lines succeed or fail together. */
final class BulkChain {
    /** The most requests of a chain. */
    static final int LONGEST = 64;

    private final Gateway gateway;
    private final ApiClient client;
    private final OtherLine reader;
    private final List<BulkAction> actions = new ArrayList<>();

    BulkChain(Gateway gateway, ApiClient client, OtherLine reader) {
        this.gateway = gateway;
        this.client = client;
        this.reader = reader;
    }

    /**
     * Reads the whole body. A line that is wrong ends the request: none of them is executed.
     *
     * @throws ProblemException if a line is wrong, or there are too many
     */
    void read(InputStream body) throws IOException {
        var lines = new LineReader(body);
        var reading = new LineReader.Lines() {
            @Override
            public void line(byte[] bytes, int from, int length) {
                add(bytes, from, length);
            }

            @Override
            public void tooLong() {
                throw new ProblemException(LineParser.tooLong());
            }
        };
        while (lines.fill()) {
            while (lines.showNext(reading)) {
                // It is in the list.
            }
        }
        lines.showRest(reading);
    }

    /** Has the engine execute it, and gives a batch's worth of results. */
    void run(BulkResults results) throws IOException {
        var ids = actions.stream().map(BulkAction::id).toList();
        var commands = actions.stream().map(BulkAction::command).toList();
        var fates = ids.isEmpty() ? List.<Submission>of() : gateway.submitChain(client.number(), ids, commands);
        for (int i = 0; i < fates.size(); i++) {
            results.add(i + 1, actions.get(i), fates.get(i));
        }
        results.finish(null);
    }

    private void add(byte[] bytes, int from, int length) {
        if (actions.size() == LONGEST) {
            throw new ProblemException(Refusals.problem(new Refused(Refusal.CHAIN_TOO_LONG, LONGEST), Fields.USUAL));
        }
        try {
            actions.add(reader.read(client, bytes, from, length));
        } catch (ProblemException wrong) {
            throw new ProblemException(wrong.problem().prefixed("Line " + (actions.size() + 1) + ": "));
        }
    }
}
