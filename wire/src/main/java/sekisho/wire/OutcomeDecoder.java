package sekisho.wire;

import org.agrona.DirectBuffer;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.RequestKey;
import sekisho.protocol.StreamEntry;
import sekisho.wire.sbe.AnsweredDecoder;
import sekisho.wire.sbe.EntryAnsweredDecoder;
import sekisho.wire.sbe.ScopeDecoder;
import sekisho.wire.sbe.StepDecoder;
import sekisho.wire.sbe.TimePassedDecoder;
import sekisho.wire.sbe.TriedDecoder;

/** Reads records of the outcome log. Reusable; belongs to one thread. */
public final class OutcomeDecoder {
    private final Message message = new Message();
    private final EventCodec events = new EventCodec();
    private final StepDecoder step = new StepDecoder();
    private final ScopeDecoder scope = new ScopeDecoder();
    private final AnsweredDecoder answered = new AnsweredDecoder();
    private final EntryAnsweredDecoder entryAnswered = new EntryAnsweredDecoder();
    private BookId lastBook = BookId.FIRST;
    private ClientId lastClient = new ClientId(1);
    private int book;
    private long client;

    /**
     * Shows one record to a visitor. What the visitor throws, passes through.
     *
     * @throws MalformedFrame if the bytes are not exactly one record; what comes before the fault was shown
     */
    public void read(DirectBuffer buffer, int offset, int length, OutcomeVisitor visitor) {
        Bounds.check(buffer, offset, length);
        int end = offset + length;
        message.wrap(buffer, offset, end);
        if (message.template() != StepDecoder.TEMPLATE_ID) {
            throw message.unknownTemplate();
        }
        var header = message.body(step);
        book = header.book();
        client = header.client();
        visitor.step(header.position(), header.stamp());
        for (int at = message.end(); at < end; at = message.end()) {
            message.wrap(buffer, at, end);
            show(visitor);
        }
    }

    private void show(OutcomeVisitor visitor) {
        switch (message.template()) {
            case ScopeDecoder.TEMPLATE_ID -> {
                var spokenOf = message.body(scope);
                book = spokenOf.book();
                client = spokenOf.client();
            }
            case AnsweredDecoder.TEMPLATE_ID, EntryAnsweredDecoder.TEMPLATE_ID -> showAnswer(visitor);
            case TimePassedDecoder.TEMPLATE_ID -> visitor.timePassed();
            case TriedDecoder.TEMPLATE_ID -> visitor.tried();
            default -> visitor.event(event());
        }
    }

    private void showAnswer(OutcomeVisitor visitor) {
        RequestKey key;
        Answer answer;
        try {
            if (message.template() == AnsweredDecoder.TEMPLATE_ID) {
                var d = message.body(answered);
                key = Fields.requestId(d.id());
                answer = Fields.answer(d.outcome());
            } else {
                var d = message.body(entryAnswered);
                key = new StreamEntry(d.stream(), d.sequence(), 0);
                answer = Fields.answer(d.outcome());
            }
            resolve();
        } catch (IllegalArgumentException e) {
            throw message.refused(e);
        }
        visitor.answered(lastBook, lastClient, key, answer);
    }

    private Event event() {
        try {
            return EventCodec.isEntry(message) ? events.decodeEntry(message, bookSpokenOf()) : events.decode(message);
        } catch (IllegalArgumentException e) {
            throw message.refused(e);
        }
    }

    private void resolve() {
        bookSpokenOf();
        if (lastClient.value() != client) {
            lastClient = new ClientId(client);
        }
    }

    private BookId bookSpokenOf() {
        if (lastBook.value() != book) {
            lastBook = new BookId(book);
        }
        return lastBook;
    }
}
