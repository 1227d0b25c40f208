package sekisho.benchmarks;

import org.agrona.concurrent.UnsafeBuffer;
import sekisho.wire.FrameEncoder;

/** Frames of transfers, encoded ahead of time into one buffer. Owned by one thread. */
final class Frames {
    private final Transfers transfers;
    private final int size;
    private final UnsafeBuffer buffer;
    private final int[] lengths;
    private final long[] stamps;
    private final int slot;
    private final FrameEncoder encoder = new FrameEncoder();

    /**
     * Makes room.
     *
     * @param count frames
     * @param size transfers of each
     */
    Frames(Transfers transfers, int count, int size) {
        this.transfers = transfers;
        this.size = size;
        slot = capacity(size);
        buffer = new UnsafeBuffer(new byte[count * slot]);
        lengths = new int[count];
        stamps = new long[count];
    }

    /** Bytes that a frame of so many transfers, or of setting up wallets, may take. */
    static int capacity(int size) {
        return FrameEncoder.MAX_HEADER_LENGTH + size * 160;
    }

    int count() {
        return lengths.length;
    }

    /** Transfers in each frame. */
    int size() {
        return size;
    }

    /** Fills all frames with consecutive transfers. */
    void fill(long firstNumber, ClockSource clock) {
        long number = firstNumber;
        for (int frame = 0; frame < lengths.length; frame++) {
            stamps[frame] = clock.millis(number);
            encoder.begin(buffer, frame * slot, number, Population.BOOK, Population.CLIENT);
            for (int i = 0; i < size; i++, number++) {
                encoder.add(transfers.id(number, stamps[frame]), transfers.command(number), false, false, 0);
            }
            lengths[frame] = encoder.length();
        }
    }

    /** Says when a transfer happens. */
    @FunctionalInterface
    interface ClockSource {
        long millis(long number);
    }

    void apply(int frame, EngineAlone engine) {
        engine.apply(buffer, frame * slot, lengths[frame], stamps[frame]);
    }
}
