package sekisho.simulation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import sekisho.core.Capacity;
import sekisho.core.Core;
import sekisho.core.Sink;
import sekisho.protocol.Answer;
import sekisho.protocol.Event;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.StreamEntry;
import sekisho.wire.FrameDecoder;
import sekisho.wire.FrameEncoder;
import sekisho.wire.OutcomeEncoder;
import sekisho.wire.StateFingerprint;

/**
 * A log as a release wrote it, with what its engine made of it: the bytes of each step's frames, a checksum of each step's
 * outcomes, and the fingerprint of the state in the end.
 */
record GoldenLog(Capacity capacity, List<Step> steps, String fingerprint) {

    /** One step: its stamp, the bytes of its frames (none: a tick), the checksum of its outcomes' bytes. */
    record Step(long stamp, List<byte[]> frames, int outcomes) {}

    /** What an engine of today makes of the steps. */
    static GoldenLog played(Capacity capacity, List<Step> steps) {
        Core core = new Core(capacity);
        FrameDecoder decoder = new FrameDecoder();
        List<Step> played = new ArrayList<>();
        for (Step step : steps) {
            Outcomes outcomes = new Outcomes(played.size() + 1, step.stamp());
            List<Request> requests = new ArrayList<>();
            for (byte[] frame : step.frames()) {
                requests.addAll(
                        decoder.wrap(new UnsafeBuffer(frame), 0, frame.length).requests());
            }
            if (requests.isEmpty()) {
                core.tick(step.stamp(), outcomes);
            } else {
                core.frame(requests, step.stamp(), outcomes);
            }
            played.add(new Step(step.stamp(), step.frames(), outcomes.checksum()));
        }
        StateFingerprint fingerprint = new StateFingerprint();
        core.export(fingerprint::add);
        return new GoldenLog(capacity, played, fingerprint.hex());
    }

    /** The bytes of one request as a frame of its own. */
    static byte[] frame(Request request) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        FrameEncoder encoder = new FrameEncoder();
        switch (request.key()) {
            case RequestId id ->
                encoder.begin(buffer, 0, 0, request.book(), request.client())
                        .add(
                                id,
                                request.command(),
                                request.linked(),
                                request.dryRun(),
                                request.effectiveAt(),
                                request.proof().assertions());
            case StreamEntry entry ->
                encoder.beginStream(buffer, 0, 0, request.book(), request.client(), entry)
                        .addNext(request.command(), request.effectiveAt());
        }
        byte[] bytes = new byte[encoder.length()];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    void write(OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
            for (long most : new long[] {
                capacity.holders(),
                capacity.holds(),
                capacity.payments(),
                capacity.instructions(),
                capacity.links(),
                capacity.streams(),
                capacity.reversals()
            }) {
                out.writeLong(most);
            }
            out.writeInt(steps.size());
            for (Step step : steps) {
                out.writeLong(step.stamp());
                out.writeShort(step.frames().size());
                for (byte[] frame : step.frames()) {
                    out.writeShort(frame.length);
                    out.write(frame);
                }
                out.writeInt(step.outcomes());
            }
            out.writeUTF(fingerprint);
        }
    }

    static GoldenLog read(InputStream from) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(from))) {
            Capacity capacity = new Capacity(
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong());
            List<Step> steps = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                long stamp = in.readLong();
                List<byte[]> frames = new ArrayList<>();
                for (int more = in.readShort(); more > 0; more--) {
                    frames.add(in.readNBytes(in.readUnsignedShort()));
                }
                steps.add(new Step(stamp, frames, in.readInt()));
            }
            return new GoldenLog(capacity, steps, in.readUTF());
        }
    }

    /** The outcome record of one step. */
    private static final class Outcomes implements Sink {

        private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        private final OutcomeEncoder encoder = new OutcomeEncoder();

        Outcomes(long position, long stamp) {
            encoder.begin(buffer, 0, position, stamp);
        }

        @Override
        public void event(Event event) {
            encoder.event(event);
        }

        @Override
        public void answered(Request request, Answer answer) {
            encoder.answered(request, answer);
        }

        @Override
        public void timePassed() {
            encoder.timePassed();
        }

        int checksum() {
            CRC32C crc = new CRC32C();
            crc.update(buffer.byteArray(), 0, encoder.length());
            return (int) crc.getValue();
        }
    }
}
