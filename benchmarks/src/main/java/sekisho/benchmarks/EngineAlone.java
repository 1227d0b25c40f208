package sekisho.benchmarks;

import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import sekisho.core.Capacity;
import sekisho.core.Core;
import sekisho.core.Sink;
import sekisho.protocol.Answer;
import sekisho.protocol.Event;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.wire.FrameDecoder;
import sekisho.wire.OutcomeEncoder;

/**
 * The core without node, logs or threads: a frame's bytes in, its outcomes' bytes out, into a buffer that is overwritten by the next.
 * Owned by one thread.
 */
final class EngineAlone {
    private final Core core = new Core(Capacity.STANDARD);
    private final FrameDecoder decoder = new FrameDecoder();
    private final OutcomeEncoder encoder = new OutcomeEncoder();
    private final ExpandableArrayBuffer outcomes = new ExpandableArrayBuffer(1 << 20);
    private final Outcomes sink = new Outcomes();
    private long position;
    private long answered;
    private long refused;
    private long repeated;
    private long outcomeBytes;

    /** Applies one frame at a time, milliseconds since 1970. */
    void apply(DirectBuffer buffer, int offset, int length, long stamp) {
        decoder.wrap(buffer, offset, length);
        position += length;
        encoder.begin(outcomes, 0, position, stamp);
        core.frame(decoder.requests(), stamp, sink);
        outcomeBytes += encoder.length();
    }

    /** Lets time pass. */
    void tick(long stamp) {
        encoder.begin(outcomes, 0, position, stamp);
        core.tick(stamp, sink);
    }

    Core core() {
        return core;
    }

    long answered() {
        return answered;
    }

    long refused() {
        return refused;
    }

    long repeated() {
        return repeated;
    }

    /** How many bytes all outcomes took. */
    long outcomeBytes() {
        return outcomeBytes;
    }

    private final class Outcomes implements Sink {
        @Override
        public void event(Event event) {
            encoder.event(event);
        }

        @Override
        public void answered(Request request, Answer answer) {
            encoder.answered(request, answer);
            answered++;
            repeated += answer.repeated() ? 1 : 0;
            refused += answer.outcome() instanceof Refused ? 1 : 0;
        }

        @Override
        public void timePassed() {
            encoder.timePassed();
        }
    }
}
