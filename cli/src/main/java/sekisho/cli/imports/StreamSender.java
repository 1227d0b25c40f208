package sekisho.cli.imports;

import java.io.IOException;
import java.util.BitSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sekisho.gateway.Frame;
import sekisho.gateway.Gateway;
import sekisho.gateway.Lane;
import sekisho.protocol.Answer;
import sekisho.protocol.Refused;
import sekisho.protocol.Repeated;
import sekisho.wire.FrameEncoder;

/**
 * Sends a script through a gateway, some frames ahead of the answers. When a frame is lost it waits for those still on their way, goes
 * back to the first entry without an answer and sends on from there: the engine applies every entry once. Owned by one thread.
 */
final class StreamSender {
    private static final int ENTRIES_A_FRAME = 500;
    private static final int BYTES_A_FRAME = 60_000;
    private static final int FRAMES_AHEAD = 24;
    private static final long PATIENCE_SECONDS = 120;

    private final Gateway gateway;
    private final Script script;
    private final Chain chain;
    private final BlockingQueue<Fate> fates = new LinkedBlockingQueue<>();
    private final BitSet answered = new BitSet();
    private int next;
    private int onTheirWay;
    private boolean stumbled;
    private String lastTrouble = "";

    /** Is told each answer, once for each entry, by the sender's thread. */
    interface Receiver {
        void answer(int entry, Answer answer) throws IOException;

        /** So many entries have their answer; comes after those of a frame. */
        void reached(int entries) throws IOException;
    }

    StreamSender(Gateway gateway, Script script, long stream) {
        this.gateway = gateway;
        this.script = script;
        this.chain = new Chain(stream, script.count());
    }

    /**
     * Sends all of it; returns when every entry is answered.
     *
     * @throws ImportFailed if the engine has another history of this stream, or does not answer any more
     */
    void send(Receiver receiver) throws ImportFailed, IOException, InterruptedException {
        while (answered.cardinality() < script.count()) {
            fill();
            Fate fate = fates.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (fate == null) {
                throw new ImportFailed("the node did not answer for " + PATIENCE_SECONDS + " s " + lastTrouble);
            }
            while (fate != null) {
                onTheirWay--;
                take(fate, receiver);
                fate = fates.poll();
            }
        }
        chain.finish();
    }

    private void fill() throws InterruptedException {
        if (stumbled) {
            if (onTheirWay > 0) {
                return;
            }
            stumbled = false;
            next = answered.nextClearBit(0);
        }
        while (onTheirWay < FRAMES_AHEAD && next < script.count()) {
            submit();
        }
    }

    private void submit() throws InterruptedException {
        Frame frame = gateway.newFrame(Lane.BULK);
        FrameEncoder encoder = frame.beginStream(chain.key(next));
        int first = next;
        while (next < script.count() && next - first < ENTRIES_A_FRAME && encoder.length() < BYTES_A_FRAME) {
            chain.put(next, encoder.addNext(script.command(next), script.effectiveAt(next)));
            next++;
        }
        onTheirWay++;
        Fate.Mailbox mailbox = new Fate.Mailbox(first, fates);
        while (!gateway.trySubmit(frame, mailbox)) {
            TimeUnit.MICROSECONDS.sleep(200);
        }
    }

    private void take(Fate fate, Receiver receiver) throws ImportFailed, IOException {
        switch (fate) {
            case Fate.Lost(_, String why) -> stumble(why);
            case Fate.Answered(int first, var answers) -> {
                for (int i = 0; i < answers.size(); i++) {
                    take(first + i, answers.get(i), receiver);
                }
                receiver.reached(answered.cardinality());
            }
        }
    }

    private void take(int entry, Answer answer, Receiver receiver) throws ImportFailed, IOException {
        if (answer.outcome() instanceof Refused refused && !refused.reason().remembered()) {
            misplaced(refused);
            return;
        }
        if (answer.outcome() instanceof Repeated repeated) {
            chain.heard(repeated);
        }
        if (!answered.get(entry)) {
            answered.set(entry);
            receiver.answer(entry, answer);
        }
    }

    /** An answer that the stream did not move by. */
    private void misplaced(Refused refused) throws ImportFailed {
        switch (refused.reason()) {
            case STREAM_GAP -> stumble("a frame before was lost");
            case STREAM_DIVERGED ->
                throw Chain.anotherFile("they part after " + (refused.bound() - 1) + " entries");
            default -> throw new ImportFailed("the engine refused: " + refused.reason().sentence());
        }
    }

    private void stumble(String why) {
        stumbled = true;
        lastTrouble = "(" + why + ")";
    }
}
