package sekisho.server.api.bulk;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import sekisho.gateway.Frame;
import sekisho.gateway.FrameListener;
import sekisho.gateway.Submission;
import sekisho.protocol.Answer;
import sekisho.protocol.RequestId;
import sekisho.server.problem.Fields;
import sekisho.server.problem.Problem;
import sekisho.wire.Answers;

/**
 * Consecutive lines, and the frame with those of them that can be executed. Filled by one thread and handed over once;
 * then read by another, which waits for what becomes of the frame.
 */
final class BulkBatch implements FrameListener {
    /** Few enough that single requests beside them stay quick. */
    static final int LINES = 500;

    private final Frame frame;
    private final long firstLine;
    private final @Nullable RequestId[] ids = new @Nullable RequestId[LINES];
    private final @Nullable Problem[] problems = new @Nullable Problem[LINES];
    private final @Nullable Fields[] fields = new @Nullable Fields[LINES];
    private int lines;
    private volatile @Nullable Fate fate;
    private volatile @Nullable Thread waiting;

    BulkBatch(Frame frame, long firstLine) {
        this.frame = frame;
        this.firstLine = firstLine;
    }

    /** What became of the frame: its answers, or why there are none. */
    record Fate(
            List<Answer> answers, long position, @Nullable Submission failure) {}

    /** A line whose request is in the frame. */
    void executed(RequestId id, Fields where) {
        ids[lines] = id;
        fields[lines] = where;
        lines++;
    }

    /** A line that cannot be executed; its id, if that could be read. */
    void refused(@Nullable RequestId id, Problem problem) {
        ids[lines] = id;
        problems[lines] = problem;
        lines++;
    }

    Frame frame() {
        return frame;
    }

    boolean isEmpty() {
        return lines == 0;
    }

    boolean isFull() {
        return lines == LINES;
    }

    int lines() {
        return lines;
    }

    /** The number of its first line, from 1. */
    long firstLine() {
        return firstLine;
    }

    /** The id of a line, if it had one. */
    @Nullable
    RequestId id(int line) {
        return ids[line];
    }

    /** Why a line is not in the frame; null: it is. */
    @Nullable
    Problem problem(int line) {
        return problems[line];
    }

    /** Where a line that is in the frame carries what a refusal is about. */
    Fields fields(int line) {
        return Objects.requireNonNull(fields[line]);
    }

    /** Waits for the fate of the frame: the gateway gives every frame one, by its own deadline. */
    Fate await() {
        waiting = Thread.currentThread();
        Fate known = fate;
        while (known == null) {
            LockSupport.park(this);
            known = fate;
        }
        return known;
    }

    @Override
    public void answered(Answers answers) {
        finish(new Fate(answers.answers(), answers.position(), null));
    }

    @Override
    public void notSent(Submission.Why why) {
        finish(new Fate(List.of(), 0, new Submission.NotSent(why)));
    }

    @Override
    public void unconfirmed() {
        finish(new Fate(List.of(), 0, new Submission.Unconfirmed()));
    }

    /** There was nothing to execute in it. */
    void nothingToExecute() {
        finish(new Fate(List.of(), 0, null));
    }

    private void finish(Fate known) {
        fate = known;
        Thread thread = waiting;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }
}
