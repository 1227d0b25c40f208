package sekisho.node;

import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.RecordingLog;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import sekisho.node.outcomes.SealedSegments;
import sekisho.node.snapshots.SnapshotFiles;
import sekisho.node.snapshots.SnapshotPointer;
import sekisho.wire.home.HomeLayout;
import sekisho.wire.home.OutcomeSegment;
import sekisho.wire.home.ReaderMarks;

/**
 * Moves whole segments that are needed no more for a start to the archive folder, sealed with checksums: those below the
 * older of the two newest snapshots, and of the outcome log only those that every reader is done with.
 */
final class Retention {
    private static final int RETAINED_SNAPSHOTS = 2;

    private final HomeLayout home;
    private final AeronArchive.Context archiveClient;
    private final SnapshotFiles snapshots;

    Retention(HomeLayout home, AeronArchive.Context archiveClient) {
        this.home = home;
        this.archiveClient = archiveClient;
        this.snapshots = new SnapshotFiles(home.snapshots());
    }

    PurgeReport purge() throws IOException {
        try (var log = new RecordingLog(home.cluster().toFile(), false)) {
            List<Long> retained = retained(log);
            if (retained.size() < RETAINED_SNAPSHOTS) {
                return new PurgeReport(0, 0, 0);
            }
            SnapshotPointer older = snapshots.pointer(retained.getLast());
            return new PurgeReport(
                    purgeLog(log.findLastTermRecordingId(), older.position()),
                    purgeOutcomes(older.outcomeOffset()),
                    deleteSnapshotsBelow(older.position()));
        }
    }

    /** The newest snapshots that Aeron knows and whose files were just verified. */
    private List<Long> retained(RecordingLog log) throws IOException {
        var retained = new ArrayList<Long>();
        for (long position : snapshots.positions()) {
            if (retained.size() < RETAINED_SNAPSHOTS && isKnown(log, position) && snapshots.isWhole(position)) {
                retained.add(position);
            }
        }
        return retained;
    }

    private static boolean isKnown(RecordingLog log, long position) {
        return log.entries().stream()
                .anyMatch(entry -> entry.isValid
                        && entry.type == RecordingLog.ENTRY_TYPE_SNAPSHOT
                        && entry.serviceId == Recovery.SERVICE
                        && entry.logPosition == position);
    }

    private int deleteSnapshotsBelow(long position) throws IOException {
        int deleted = 0;
        for (long candidate : snapshots.positions()) {
            if (candidate < position) {
                snapshots.delete(candidate);
                deleted++;
            }
        }
        return deleted;
    }

    private int purgeLog(long recording, long below) throws IOException {
        try (var archive = AeronArchive.connect(archiveClient.clone())) {
            var extent = new Extent();
            archive.listRecording(
                    recording,
                    (_, _, _, _, _, start, _, _, segmentLength, termLength, _, _, _, _, _, _) ->
                            extent.set(start, segmentLength, termLength));
            long end =
                    AeronArchive.segmentFileBasePosition(extent.start, below, extent.termLength, extent.segmentLength);
            int moved = 0;
            Path folder = Files.createDirectories(home.archive().resolve("log"));
            for (long base = extent.start; base < end; base += extent.segmentLength) {
                String name = recording + "-" + base + ".rec";
                keep(home.log().resolve(name), folder.resolve(name));
                moved++;
            }
            if (moved > 0) {
                archive.purgeSegments(recording, end);
            }
            return moved;
        }
    }

    /** How far a recording reaches, and in which pieces. */
    private static final class Extent {
        private long start;
        private int segmentLength;
        private int termLength;

        void set(long startPosition, int segmentFileLength, int termBufferLength) {
            start = startPosition;
            segmentLength = segmentFileLength;
            termLength = termBufferLength;
        }
    }

    private int purgeOutcomes(long belowOffset) throws IOException {
        long done = ReaderMarks.lowest(home.home());
        Path folder = Files.createDirectories(home.archive().resolve("outcomes"));
        var segments = new ArrayList<>(SealedSegments.list(home.outcomes()));
        int moved = 0;
        for (int i = 0; i + 1 < segments.size(); i++) {
            Path segment = segments.get(i);
            Path next = segments.get(i + 1);
            boolean passed = OutcomeSegment.startOf(next.getFileName().toString()) <= belowOffset;
            if (!passed || !SealedSegments.isSealed(segment) || SealedSegments.firstPosition(next) > done) {
                break;
            }
            Path checksum = SealedSegments.checksumFile(segment);
            Files.move(checksum, folder.resolve(checksum.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            Files.move(segment, folder.resolve(segment.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            moved++;
        }
        return moved;
    }

    /** A second name for the file, or a copy where the archive folder lies elsewhere; sealed before the first name goes. */
    private static void keep(Path file, Path archived) throws IOException {
        if (SealedSegments.isSealed(archived)) {
            return;
        }
        Files.deleteIfExists(archived);
        try {
            Files.createLink(archived, file);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.copy(file, archived);
        }
        SealedSegments.seal(archived);
    }
}
