package sekisho.wire;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.RequestKey;

/** A visitor that keeps what it is shown. */
final class Shown implements OutcomeVisitor {

    /** One call. */
    sealed interface Call {}

    record Step(long position, long stamp) implements Call {}

    record Happened(Event event) implements Call {}

    record Answered(BookId book, ClientId client, RequestKey key, Answer answer) implements Call {}

    record TimePassed() implements Call {}

    record Tried() implements Call {}

    final List<Call> calls = new ArrayList<>();

    @Override
    public void step(long position, long stamp) {
        calls.add(new Step(position, stamp));
    }

    @Override
    public void event(Event event) {
        calls.add(new Happened(event));
    }

    @Override
    public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {
        calls.add(new Answered(book, client, key, answer));
    }

    @Override
    public void tried() {
        calls.add(new Tried());
    }

    @Override
    public void timePassed() {
        calls.add(new TimePassed());
    }
}
