package sekisho.server.api.bulk;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import sekisho.gateway.Submission;
import sekisho.protocol.Answer;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.server.api.Changes;
import sekisho.server.json.Forms;
import sekisho.server.problem.Fields;
import sekisho.server.problem.Problem;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.Refusals;
import tools.jackson.databind.json.JsonMapper;

/** Writes what became of batches, and counts it. Owner: one thread. */
final class BulkResults {
    private static final int LARGE = 64 * 1024;

    private final OutputStream out;
    private final JsonMapper mapper;
    private final ResultText text;
    private long lines;
    private long accepted;
    private long refused;
    private long unconfirmed;
    private long repeated;
    private long position;

    BulkResults(OutputStream out, JsonMapper mapper) {
        this.out = out;
        this.mapper = mapper;
        this.text = new ResultText(mapper);
    }

    /** Adds the results of a batch; large pieces are written. */
    void add(BulkBatch batch, BulkBatch.Fate fate) throws IOException {
        int answer = 0;
        for (int line = 0; line < batch.lines(); line++) {
            Problem problem = batch.problem(line);
            long number = batch.firstLine() + line;
            if (problem != null) {
                refused++;
                text.problem(number, batch.id(line), withId(problem, batch.id(line)), false);
            } else if (fate.failure() != null) {
                failed(number, batch.id(line), fate.failure());
            } else {
                answered(
                        number,
                        batch.id(line),
                        batch.fields(line),
                        fate.answers().get(answer));
                answer++;
            }
        }
        lines += batch.lines();
        position = Math.max(position, fate.position());
        if (text.length() >= LARGE) {
            write();
        }
    }

    /** Adds the result of one request. */
    void add(long number, BulkAction action, Submission fate) {
        lines++;
        switch (fate) {
            case Submission.Answered answered -> {
                position = Math.max(position, answered.position());
                answered(number, action.id(), action.fields(), answered.answer());
            }
            case Submission.NotSent _, Submission.Unconfirmed _ -> failed(number, action.id(), fate);
        }
    }

    /** Sends everything that was added to the client. */
    void flush() throws IOException {
        write();
        out.flush();
    }

    /**
     * Adds the last line, and sends everything.
     *
     * @param stopped why no more lines were read; null: all were
     */
    void finish(@Nullable Problem stopped) throws IOException {
        text.line(mapper.writeValueAsBytes(new BulkSummary(
                new BulkSummary.Counts(lines, accepted, refused, unconfirmed, repeated, position, stopped))));
        flush();
    }

    private void answered(long number, @Nullable RequestId id, Fields fields, Answer answer) {
        if (answer.repeated()) {
            repeated++;
        }
        if (answer.outcome() instanceof Refused reason) {
            refused++;
            text.problem(number, id, withId(Refusals.problem(reason, fields), id), answer.repeated());
        } else {
            accepted++;
            text.answer(number, id, answer);
        }
    }

    private void failed(long number, @Nullable RequestId id, Submission failure) {
        Problem problem = switch (failure) {
            case Submission.NotSent(var why) -> Changes.notSent(why);
            case Submission.Unconfirmed _ -> ProblemCode.UNCONFIRMED.problem();
            case Submission.Answered _ -> throw new IllegalArgumentException("an answer is no failure");
        };
        if (failure instanceof Submission.NotSent) {
            refused++;
        } else {
            unconfirmed++;
        }
        text.problem(number, id, withId(problem, id), false);
    }

    private static Problem withId(Problem problem, @Nullable RequestId id) {
        return id == null
                ? problem
                : problem.withRequestId(Forms.REQUEST.write().apply(id));
    }

    private void write() throws IOException {
        out.write(text.bytes(), 0, text.length());
        text.clear();
    }
}
