package sekisho.gateway;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Answer;
import sekisho.wire.Answers;

/** One thread, virtual or not, that waits for what becomes of its frame. */
final class Waiter implements FrameListener {
    private final Thread thread = Thread.currentThread();
    private final int requests;
    private volatile @Nullable List<Submission> result;

    /**
     * A waiter for the frame of the current thread.
     *
     * @param requests in the frame
     */
    Waiter(int requests) {
        this.requests = requests;
    }

    /** Waits; what is not known by then is unconfirmed. */
    List<Submission> await(long deadlineNanos) {
        List<Submission> known = result;
        while (known == null) {
            long left = deadlineNanos - System.nanoTime();
            if (left <= 0 || thread.isInterrupted()) {
                return all(new Submission.Unconfirmed());
            }
            LockSupport.parkNanos(this, left);
            known = result;
        }
        return known;
    }

    @Override
    public void answered(Answers answers) {
        List<Answer> given = answers.answers();
        if (given.size() == 1) {
            finish(List.of(new Submission.Answered(given.getFirst(), answers.position())));
        } else {
            List<Submission> all = new ArrayList<>(given.size());
            for (Answer answer : given) {
                all.add(new Submission.Answered(answer, answers.position()));
            }
            finish(all);
        }
    }

    @Override
    public void notSent(Submission.Why why) {
        finish(all(new Submission.NotSent(why)));
    }

    @Override
    public void unconfirmed() {
        finish(all(new Submission.Unconfirmed()));
    }

    private List<Submission> all(Submission submission) {
        return Collections.nCopies(requests, submission);
    }

    private void finish(List<Submission> all) {
        result = all;
        LockSupport.unpark(thread);
    }
}
