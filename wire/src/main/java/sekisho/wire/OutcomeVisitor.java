package sekisho.wire;

import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.RequestKey;

/** Is shown the records of the outcome log, in the order in which the engine made them. */
public interface OutcomeVisitor {

    /**
     * A record begins.
     *
     * @param position the step's place in the log
     * @param stamp the engine's time after the step (ms)
     */
    void step(long position, long stamp);

    /** One thing that changed; belongs to the next {@link #answered} or {@link #timePassed}. */
    void event(Event event);

    /** A request was answered: the events since the last such call are its own. Chain hashes of stream entries are 0. */
    void answered(BookId book, ClientId client, RequestKey key, Answer answer);

    /** The next {@link #answered} is of a dry run: nothing was done, and the answer is not remembered. */
    default void tried() {}

    /** The events since the step began were caused by time alone. */
    void timePassed();
}
