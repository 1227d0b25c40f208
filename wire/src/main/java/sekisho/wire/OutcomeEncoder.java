package sekisho.wire;

import org.agrona.MutableDirectBuffer;
import sekisho.protocol.Answer;
import sekisho.protocol.Event;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.StreamEntry;
import sekisho.wire.sbe.AnsweredEncoder;
import sekisho.wire.sbe.EntryAnsweredEncoder;
import sekisho.wire.sbe.MessageHeaderEncoder;
import sekisho.wire.sbe.ScopeEncoder;
import sekisho.wire.sbe.StepEncoder;
import sekisho.wire.sbe.TimePassedEncoder;
import sekisho.wire.sbe.TriedEncoder;

/**
 * Writes what one step did as one record of the outcome log. Told the same, in the same order, as the engine's sink.
 * Reusable; belongs to one thread; allocates nothing. The buffer should grow by itself: an event takes at most
 * {@link #MAX_EVENT_LENGTH} bytes, an answer {@link #MAX_ANSWER_LENGTH}, but how many events there are is the engine's
 * affair.
 */
public final class OutcomeEncoder {
    /** Most bytes of a record before its first event or answer. */
    public static final int HEADER_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH + StepEncoder.BLOCK_LENGTH;

    /** Most bytes that one event adds. */
    public static final int MAX_EVENT_LENGTH = 96;

    /** Most bytes that one answer adds. */
    public static final int MAX_ANSWER_LENGTH = 64;

    private static final int UNSAID = 0;
    private static final long ANSWERED = Destination.header(new AnsweredEncoder());

    private final Destination to = new Destination();
    private final EventCodec events = new EventCodec();
    private final StepEncoder step = new StepEncoder();
    private final ScopeEncoder scope = new ScopeEncoder();
    private final AnsweredEncoder answered = new AnsweredEncoder();
    private final EntryAnsweredEncoder entryAnswered = new EntryAnsweredEncoder();
    private final TimePassedEncoder timePassed = new TimePassedEncoder();
    private final TriedEncoder tried = new TriedEncoder();
    private int offset;
    private int count;
    private int book;
    private long client;
    private boolean inHeader;

    /**
     * Begins the record of a step.
     *
     * @param position the step's place in the log
     * @param stamp the engine's time after the step (ms)
     */
    public OutcomeEncoder begin(MutableDirectBuffer buffer, int offset, long position, long stamp) {
        this.offset = offset;
        count = 0;
        book = UNSAID;
        client = UNSAID;
        inHeader = true;
        to.at(buffer, offset);
        var header = to.begin(step);
        header.position(position).stamp(stamp).client(UNSAID).book(UNSAID);
        to.end(header);
        return this;
    }

    /** One thing that changed; belongs to the next {@link #answered} or {@link #timePassed}. */
    public void event(Event event) {
        if (event instanceof Event.Entry entry) {
            speakOf(entry.account().book().value(), client);
        }
        events.encode(event, to);
    }

    /** The next answer is of a dry run: nothing was done. */
    public void tried() {
        to.end(to.begin(tried));
    }

    /** Ends the events of one request. */
    public void answered(Request request, Answer answer) {
        speakOf(request.book().value(), request.client().value());
        switch (request.key()) {
            case RequestId id -> {
                var message = to.begin(answered, ANSWERED);
                Fields.put(message.id(), id);
                Fields.put(message.outcome(), answer);
                to.end(message);
            }
            case StreamEntry entry -> {
                var message = to.begin(entryAnswered);
                message.stream(entry.stream()).sequence(entry.sequence());
                Fields.put(message.outcome(), answer);
                to.end(message);
            }
        }
        count++;
    }

    /** Ends the events that time alone caused. */
    public void timePassed() {
        to.end(to.begin(timePassed));
        count++;
    }

    /** Says the engine's time (ms) again, when it changed within the step: a confirmation of the time does that. */
    public void stamp(long stamp) {
        step.stamp(stamp);
    }

    /** How many requests were answered, and one more if time passed; with 0 there is nothing to keep. */
    public int count() {
        return count;
    }

    /** The bytes of the record so far, from its offset. */
    public int length() {
        return to.position() - offset;
    }

    /**
     * Sees to it that the reader knows of which book and client the next message speaks. A step nearly always has one of
     * each: then they are filled into its header, once.
     */
    private void speakOf(int book, long client) {
        if (this.book == book && this.client == client) {
            return;
        }
        boolean nothingElseSaid = (this.book == UNSAID || this.book == book) && this.client == UNSAID;
        if (inHeader && nothingElseSaid) {
            step.client(client).book(book);
        } else {
            inHeader = false;
            var message = to.begin(scope);
            message.client(client).book(book);
            to.end(message);
        }
        this.book = book;
        this.client = client;
    }
}
