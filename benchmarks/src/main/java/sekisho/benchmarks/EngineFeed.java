package sekisho.benchmarks;

import org.agrona.concurrent.UnsafeBuffer;
import sekisho.protocol.StreamEntry;
import sekisho.wire.FrameEncoder;

/** Feeds commands to an engine alone, as one stream, so that the journal stays empty. Owned by one thread. */
final class EngineFeed {
    /** Commands in a frame. */
    static final int FRAME = 500;

    private final EngineAlone engine;
    private final FrameEncoder encoder = new FrameEncoder();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Frames.capacity(FRAME)]);
    private StreamEntry next;

    EngineFeed(EngineAlone engine, long stream) {
        this.engine = engine;
        next = new StreamEntry(stream, 1, 0);
    }

    /**
     * Applies all of them; none may be refused.
     *
     * @param stamp when, milliseconds since 1970
     */
    void feed(String what, Commands commands, long stamp, Progress progress) {
        long refused = engine.refused();
        try (Progress.Task task = progress.begin(what, commands.count())) {
            for (int number = 0; number < commands.count(); ) {
                encoder.beginStream(buffer, 0, number, Population.BOOK, Population.CLIENT, next);
                int end = Math.min(commands.count(), number + FRAME);
                while (number < end) {
                    encoder.addNext(commands.get(number++), 0);
                }
                next = encoder.next();
                engine.apply(buffer, 0, encoder.length(), stamp);
                task.reached(number);
            }
        }
        if (engine.refused() != refused) {
            throw new IllegalStateException("some of the " + what + " were refused");
        }
    }
}
