package sekisho.gateway;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StreamEntry;
import sekisho.wire.Answers;

/** Consecutive entries of a stream in one frame, kept until they are answered. Guarded by the lock of its sender. */
final class Batch {
    /** A gap may be the late answer to an earlier try; as many in a row are none. */
    private static final int GAPS = 5;

    private final Frame frame;
    private final StreamEntry first;
    private boolean sent;
    private boolean lost;
    private int gaps;
    private @Nullable Refusal refused;
    private @Nullable Answers answers;

    /** An empty batch that begins with this entry. */
    Batch(Frame frame, StreamEntry first) {
        this.frame = frame;
        this.first = first;
        frame.keep();
        frame.beginStream(first);
    }

    Frame frame() {
        return frame;
    }

    long firstSequence() {
        return first.sequence();
    }

    /** On its way. */
    boolean isSent() {
        return sent;
    }

    /** It was on its way, and has to be sent again. */
    boolean isLost() {
        return lost;
    }

    boolean isAnswered() {
        return answers != null;
    }

    boolean isToSend() {
        return !sent && !lost && answers == null;
    }

    void handedOver() {
        sent = true;
    }

    void notHandedOver() {
        sent = false;
    }

    void lose() {
        sent = false;
        lost = true;
    }

    /** A lost batch is to be sent again. */
    void resume() {
        lost = false;
    }

    /** Takes the answers. A refusal that moves no stream hits all entries of a frame: then none of them was applied. */
    void answered(Answers given) {
        refused = refusedAsAWhole(given);
        gaps = refused == Refusal.STREAM_GAP ? gaps + 1 : 0;
        if (refused == null) {
            sent = false;
            answers = given;
        } else {
            lose();
        }
    }

    /** The answers of an answered batch; null before. */
    @Nullable
    Answers answers() {
        return answers;
    }

    /** Whether the log holds another history than this batch, if it is the first without an answer. */
    boolean contradicted() {
        return refused == Refusal.STREAM_DIVERGED || gaps >= GAPS;
    }

    private static @Nullable Refusal refusedAsAWhole(Answers given) {
        if (given.answers().getFirst().outcome() instanceof Refused all
                && !all.reason().remembered()) {
            return all.reason();
        }
        return null;
    }
}
