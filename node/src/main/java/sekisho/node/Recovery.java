package sekisho.node;

import io.aeron.Aeron;
import io.aeron.cluster.RecordingLog;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import sekisho.core.Capacity;
import sekisho.node.snapshots.DamagedSnapshot;
import sekisho.node.snapshots.RestoredSnapshot;
import sekisho.node.snapshots.SnapshotFiles;
import sekisho.wire.home.HomeLayout;

/**
 * Chooses the snapshot to start from, before Aeron does: the newest one that Aeron knows and whose file is whole. Newer
 * ones without a whole file are marked invalid in Aeron's recording log, so that it chooses the same.
 */
final class Recovery {
    private static final System.Logger LOG = System.getLogger(Recovery.class.getName());
    /** The engine is the only service. */
    static final int SERVICE = 0;

    private Recovery() {}

    /** Whether nothing was ever logged in this home. */
    static boolean isNew(HomeLayout home) {
        return !Files.exists(home.cluster().resolve(RecordingLog.RECORDING_LOG_FILE_NAME));
    }

    /**
     * Restores the engine.
     *
     * @return null: there is no snapshot, the log is replayed from its beginning
     * @throws IllegalStateException if there is none, and the beginning of the log was purged
     */
    static @Nullable RestoredSnapshot restore(HomeLayout home, Capacity capacity) throws IOException {
        if (isNew(home)) {
            return null;
        }
        var files = new SnapshotFiles(home.snapshots());
        files.deleteUnfinished();
        try (var log = new RecordingLog(home.cluster().toFile(), false)) {
            while (true) {
                RecordingLog.Entry newest = log.getLatestSnapshot(SERVICE);
                if (newest == null) {
                    requireWholeLog(home, log);
                    return null;
                }
                try {
                    return files.restore(newest.logPosition, capacity);
                } catch (DamagedSnapshot e) {
                    LOG.log(Level.WARNING, "a snapshot is passed over: {0}", e.getMessage());
                    log.invalidateLatestSnapshot();
                }
            }
        }
    }

    private static void requireWholeLog(HomeLayout home, RecordingLog log) {
        long recording = log.findLastTermRecordingId();
        if (recording != Aeron.NULL_VALUE && !Files.exists(home.log().resolve(recording + "-0.rec"))) {
            throw new IllegalStateException("no snapshot is whole, and the beginning of the log was purged");
        }
    }
}
