package sekisho.gateway;

import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.RequestKey;
import sekisho.wire.OutcomeVisitor;

/** Counts the answers that it is shown. */
final class AnsweredCount implements OutcomeVisitor {
    private long answered;

    long answered() {
        return answered;
    }

    @Override
    public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {
        answered++;
    }

    @Override
    public void step(long position, long stamp) {}

    @Override
    public void event(Event event) {}

    @Override
    public void timePassed() {}
}
