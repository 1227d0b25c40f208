package sekisho.core;

import sekisho.protocol.Answer;
import sekisho.protocol.Event;
import sekisho.protocol.Request;

/** Who listens to a step of the engine: groups of events, each closed by what caused it, in the order of the log. */
public interface Sink {

    /** Something changed; by whom says the call that closes the group. */
    void event(Event event);

    /** The events since the last closing call are of this request; this is its answer. In the order of the frame. */
    void answered(Request request, Answer answer);

    /** The events since the last closing call came of time passing. Once a step at most, before its first answer. */
    void timePassed();
}
