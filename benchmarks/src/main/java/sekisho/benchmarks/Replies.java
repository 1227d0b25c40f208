package sekisho.benchmarks;

import java.util.concurrent.atomic.AtomicLong;
import sekisho.gateway.FrameListener;
import sekisho.gateway.Submission;
import sekisho.protocol.Answer;
import sekisho.protocol.Refused;
import sekisho.wire.Answers;

/** Counts what comes back for transfers. The gateway's thread writes, any thread reads. */
final class Replies {
    private final AnswersHash hash = new AnswersHash();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    /** Takes what comes back for a frame whose first transfer has this number. */
    FrameListener listener(long firstNumber, int count) {
        return new Listener(firstNumber, count);
    }

    long answered() {
        return answered.get();
    }

    long refused() {
        return refused.get();
    }

    long repeated() {
        return repeated.get();
    }

    /** Transfers of which nobody knows, or that were not sent. */
    long lost() {
        return lost.get();
    }

    /** How many transfers' fates are known. */
    long settled() {
        return answered.get() + lost.get();
    }

    /** Hash of all answers; read it when all are there. */
    long hash() {
        return hash.value();
    }

    private void take(long firstNumber, Answers answers) {
        long number = firstNumber;
        int refusals = 0;
        int repeats = 0;
        for (Answer answer : answers.answers()) {
            hash.add(number++, answer);
            refusals += answer.outcome() instanceof Refused ? 1 : 0;
            repeats += answer.repeated() ? 1 : 0;
        }
        refused.lazySet(refused.getPlain() + refusals);
        repeated.lazySet(repeated.getPlain() + repeats);
        answered.lazySet(answered.getPlain() + answers.answers().size());
    }

    private final class Listener implements FrameListener {
        private final long firstNumber;
        private final int count;

        Listener(long firstNumber, int count) {
            this.firstNumber = firstNumber;
            this.count = count;
        }

        @Override
        public void answered(Answers answers) {
            take(firstNumber, answers);
        }

        @Override
        public void notSent(Submission.Why why) {
            lost.lazySet(lost.getPlain() + count);
        }

        @Override
        public void unconfirmed() {
            lost.lazySet(lost.getPlain() + count);
        }
    }
}
