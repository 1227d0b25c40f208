package sekisho.gateway;

import org.agrona.ExpandableArrayBuffer;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.ClientId;
import sekisho.protocol.StreamEntry;
import sekisho.wire.FrameEncoder;

/**
 * A buffer for one frame of requests, from {@link Gateway#newFrame}. Filled by one thread, and not touched any more once
 * {@link Gateway#trySubmit} has accepted it. The gateway uses it again afterwards.
 */
public final class Frame {
    private final Gateway gateway;
    private final Lane lane;
    private final ExpandableArrayBuffer buffer;
    private final FrameEncoder encoder = new FrameEncoder();
    private long correlation;
    private long deadlineNanos;
    private boolean kept;
    private @Nullable FrameListener listener;

    Frame(Gateway gateway, Lane lane, int firstLength) {
        this.gateway = gateway;
        this.lane = lane;
        this.buffer = new ExpandableArrayBuffer(firstLength);
    }

    /** Begins a frame of requests with ids of their own. */
    public FrameEncoder begin() {
        return begin(gateway.settings().client());
    }

    /** Begins a frame of requests with ids of their own, on behalf of another client than the gateway itself. */
    public FrameEncoder begin(ClientId client) {
        correlation = gateway.nextCorrelation();
        return encoder.begin(buffer, 0, correlation, gateway.settings().book(), client);
    }

    /** Begins a frame of consecutive entries of one stream. */
    public FrameEncoder beginStream(StreamEntry first) {
        correlation = gateway.nextCorrelation();
        var settings = gateway.settings();
        return encoder.beginStream(buffer, 0, correlation, settings.book(), settings.client(), first);
    }

    /** Where requests are added. */
    public FrameEncoder encoder() {
        return encoder;
    }

    public Lane lane() {
        return lane;
    }

    /** From now on this frame is not used again by itself, so that it can be submitted once more. */
    void keep() {
        kept = true;
    }

    boolean kept() {
        return kept;
    }

    void submitted(FrameListener newListener, long newDeadlineNanos) {
        listener = newListener;
        deadlineNanos = newDeadlineNanos;
    }

    /** The listener, for its one call. */
    FrameListener takeListener() {
        FrameListener taken = listener;
        if (taken == null) {
            throw new IllegalStateException("a frame's listener is called once");
        }
        listener = null;
        return taken;
    }

    ExpandableArrayBuffer buffer() {
        return buffer;
    }

    int length() {
        return encoder.length();
    }

    long correlation() {
        return correlation;
    }

    boolean isOverdue(long nowNanos) {
        return nowNanos - deadlineNanos > 0;
    }

    void recycled() {
        kept = false;
        listener = null;
    }
}
