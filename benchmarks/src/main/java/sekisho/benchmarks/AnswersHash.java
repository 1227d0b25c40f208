package sekisho.benchmarks;

import sekisho.protocol.Answer;
import sekisho.protocol.Outcome;

/**
 * A hash of answers by the number of their request: the same answers give the same hash in whatever order they came. Owned by one
 * thread.
 */
final class AnswersHash {
    private long sum;

    /** Takes in the answer to a request. Whether it was given before does not count. */
    void add(long number, Answer answer) {
        Outcome outcome = answer.outcome();
        long hash = Mix.of(outcome.kind().code(), outcome.first());
        sum += Mix.of(Mix.of(hash, outcome.second()), number);
    }

    long value() {
        return sum;
    }
}
