package sekisho.gateway;

import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one lane that were put on their way and have not been answered. Owner: the gateway's thread.
 *
 * <p>All have the same patience, so the order of sending is, closely enough, the order of their deadlines.
 */
final class OnTheirWay {
    private final Long2ObjectHashMap<Frame> frames = new Long2ObjectHashMap<>();
    private final LongFifo order = new LongFifo();

    int size() {
        return frames.size();
    }

    void add(Frame frame) {
        frames.put(frame.correlation(), frame);
        order.add(frame.correlation());
    }

    /** The frame with this correlation, which is here no more; null if there is none. */
    @Nullable
    Frame take(long correlation) {
        return frames.remove(correlation);
    }

    /** A frame whose deadline has passed, which is here no more; null if there is none. */
    @Nullable
    Frame takeOverdue(long nowNanos) {
        while (!order.isEmpty()) {
            Frame oldest = frames.get(order.first());
            if (oldest != null && !oldest.isOverdue(nowNanos)) {
                return null;
            }
            long correlation = order.removeFirst();
            if (oldest != null) {
                return take(correlation);
            }
        }
        return null;
    }

    /** Any frame, which is here no more; null if there is none. The oldest first. */
    @Nullable
    Frame takeAny() {
        while (!order.isEmpty()) {
            Frame frame = take(order.removeFirst());
            if (frame != null) {
                return frame;
            }
        }
        return null;
    }

    /** Numbers, first in first out, in a ring that grows. */
    private static final class LongFifo {
        private long[] ring = new long[1024];
        private int head;
        private int size;

        boolean isEmpty() {
            return size == 0;
        }

        void add(long value) {
            if (size == ring.length) {
                grow();
            }
            ring[(head + size) & (ring.length - 1)] = value;
            size++;
        }

        long first() {
            return ring[head];
        }

        long removeFirst() {
            long value = ring[head];
            head = (head + 1) & (ring.length - 1);
            size--;
            return value;
        }

        private void grow() {
            long[] larger = new long[ring.length * 2];
            for (int i = 0; i < size; i++) {
                larger[i] = ring[(head + i) & (ring.length - 1)];
            }
            ring = larger;
            head = 0;
        }
    }
}
