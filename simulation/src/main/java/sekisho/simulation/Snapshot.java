package sekisho.simulation;

import java.util.ArrayList;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import sekisho.protocol.StateRecord;
import sekisho.wire.StateCodec;
import sekisho.wire.StateFingerprint;

/** A state as bytes: what a snapshot file holds, record by record in the order of export. */
final class Snapshot {

    private final List<byte[]> records = new ArrayList<>();
    private final StateFingerprint fingerprint = new StateFingerprint();

    private Snapshot() {}

    static Snapshot of(Engine.Frozen frozen) {
        Snapshot snapshot = new Snapshot();
        StateCodec codec = new StateCodec();
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(StateCodec.MAX_LENGTH);
        frozen.export(row -> {
            byte[] bytes = new byte[codec.encode(row, buffer, 0)];
            buffer.getBytes(0, bytes);
            snapshot.records.add(bytes);
            snapshot.fingerprint.add(row);
        });
        return snapshot;
    }

    /** The records again, read from the bytes. */
    List<StateRecord> rows() {
        StateCodec codec = new StateCodec();
        return records.stream()
                .map(bytes -> codec.decode(new UnsafeBuffer(bytes), 0, bytes.length))
                .toList();
    }

    String fingerprint() {
        return fingerprint.hex();
    }
}
