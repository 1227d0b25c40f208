package sekisho.benchmarks;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.agrona.concurrent.UnsafeBuffer;
import sekisho.protocol.StreamEntry;
import sekisho.wire.FrameEncoder;

/** Sets a population up in an engine alone. Its commands are a stream, so that the journal stays empty. */
final class EngineSetup {
    static final int FRAME = 500;

    /** Names the stream of the set-up. */
    static final long STREAM = 1;

    private EngineSetup() {}

    /** The calendar day of a time, YYYYMMDD, in UTC. */
    static int day(long millis) {
        return Integer.parseInt(DateTimeFormatter.BASIC_ISO_DATE
                .format(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC))
                .substring(0, 8));
    }

    static void apply(Population population, EngineAlone engine, long stamp, Progress progress) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[Frames.capacity(FRAME)]);
        FrameEncoder encoder = new FrameEncoder();
        StreamEntry next = new StreamEntry(STREAM, 1, 0);
        int day = day(stamp);
        try (Progress.Task task = progress.begin("wallets", population.wallets())) {
            for (int number = 0; number < population.commands(); ) {
                encoder.beginStream(buffer, 0, number, Population.BOOK, Population.CLIENT, next);
                for (int i = 0; i < FRAME && number < population.commands(); i++) {
                    encoder.addNext(population.command(number++, day), 0);
                }
                next = encoder.next();
                engine.apply(buffer, 0, encoder.length(), stamp);
                task.reached(Math.min(number / 2, population.wallets()));
            }
        }
        if (engine.refused() > 0 || engine.answered() != population.commands()) {
            throw new IllegalStateException("the population was not set up");
        }
    }
}
