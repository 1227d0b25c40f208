package sekisho.node.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.wire.home.OutcomeSegment;

final class OutcomeLogTest {
    private static final int SEGMENT = 256;

    @TempDir
    Path folder;

    @Test
    void continuesBehindWhatWasRecorded() throws IOException {
        long end = record(0, 1, 20);
        try (var log = open(0)) {
            replay(log, 1, 20);
            assertThat(log.offset()).isEqualTo(end);
            replay(log, 21, 25);
        }
        try (var log = open(end)) {
            replay(log, 21, 25);
            assertThat(log.comparing()).isTrue();
            replay(log, 26, 26);
            assertThat(log.comparing()).isFalse();
        }
    }

    @Test
    void writesTheSameFilesWhetherItWasInterruptedOrNot(@TempDir Path other) throws IOException {
        record(0, 1, 30);
        try (var log = new OutcomeLog(other, SEGMENT, false, failure -> {})) {
            log.resume(0);
            replay(log, 1, 11);
        }
        try (var log = new OutcomeLog(other, SEGMENT, false, failure -> {})) {
            log.resume(0);
            replay(log, 1, 30);
        }
        assertThat(SealedSegments.list(other)).hasSameSizeAs(SealedSegments.list(folder));
        for (Path file : SealedSegments.list(folder)) {
            assertThat(other.resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void stopsWhenTheReplayGivesAnotherOutcome() throws IOException {
        record(0, 1, 20);
        try (var log = open(0)) {
            replay(log, 1, 4);
            assertThatThrownBy(() -> record(log, 5, "something else")).isInstanceOf(OutcomesDiffer.class);
        }
    }

    @Test
    void stopsWhenAStepHasAnOutcomeThatWasNotRecorded() throws IOException {
        record(0, 1, 20);
        try (var log = open(0)) {
            replay(log, 1, 4);
            assertThatThrownBy(() -> record(log, 6, text(6))).isInstanceOf(OutcomesDiffer.class);
        }
    }

    @Test
    void dropsWhatDiffersWhenToldTo() throws IOException {
        record(0, 1, 20);
        try (var log = new OutcomeLog(folder, SEGMENT, true, failure -> {})) {
            log.resume(0);
            replay(log, 1, 4);
            record(log, 5, "something else");
            replay(log, 6, 7);
        }
        try (var log = open(0)) {
            replay(log, 1, 4);
            record(log, 5, "something else");
            replay(log, 6, 8);
        }
    }

    @Test
    void recordsATornTailAnew() throws IOException {
        long before = record(0, 1, 18);
        record(before, 19, 20);
        byte[] whole = Files.readAllBytes(last());
        int torn = (int) (before - OutcomeSegment.startOf(last().getFileName().toString()));
        overwrite(last(), torn + OutcomeSegment.FRAME_HEADER_LENGTH + 3, (byte) 0x55);
        try (var log = open(0)) {
            replay(log, 1, 20);
        }
        assertThat(Files.readAllBytes(last())).isEqualTo(whole);
    }

    @Test
    void refusesADamagedSealedSegment() throws IOException {
        record(0, 1, 20);
        Path first = SealedSegments.list(folder).getFirst();
        assertThat(SealedSegments.isIntact(first)).isTrue();
        overwrite(first, OutcomeSegment.HEADER_LENGTH + OutcomeSegment.FRAME_HEADER_LENGTH, (byte) 0x55);
        assertThat(SealedSegments.isIntact(first)).isFalse();
        try (var log = open(0)) {
            assertThatThrownBy(() -> replay(log, 1, 1)).isInstanceOf(OutcomesDiffer.class);
        }
    }

    @Test
    void refusesToResumeWhereNothingWasRecorded() throws IOException {
        record(0, 1, 5);
        try (var log = new OutcomeLog(folder, SEGMENT, false, failure -> {})) {
            assertThatThrownBy(() -> log.resume(100_000)).isInstanceOf(OutcomesDiffer.class);
        }
    }

    @Test
    void refusesToReplayWhatWasPurged() throws IOException {
        record(0, 1, 20);
        Files.delete(SealedSegments.list(folder).getFirst());
        try (var log = new OutcomeLog(folder, SEGMENT, false, failure -> {})) {
            assertThatThrownBy(() -> log.resume(0)).isInstanceOf(OutcomesDiffer.class);
        }
    }

    @Test
    void showsWhatWasRecordedOnceItIsAwaited() throws IOException {
        try (var log = open(0)) {
            replay(log, 1, 3);
            log.awaitWritten();
            var file = ByteBuffer.wrap(Files.readAllBytes(last()));
            assertThat(file.order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(OutcomeSegment.HEADER_LENGTH))
                    .isEqualTo(text(1).length());
        }
    }

    @Test
    void saysThatItCannotBeWrittenAndRecordsNothingMore(@TempDir Path gone) throws Exception {
        var failure = new CompletableFuture<Throwable>();
        var log = new OutcomeLog(gone, SEGMENT, false, failure::complete);
        log.resume(0);
        Files.delete(gone);
        record(log, 1, text(1));
        assertThat(failure.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> record(log, 2, text(2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be written");
        assertThatThrownBy(log::awaitWritten).isInstanceOf(IllegalStateException.class);
        log.close();
    }

    private OutcomeLog open(long from) throws IOException {
        var log = new OutcomeLog(folder, SEGMENT, false, failure -> {});
        log.resume(from);
        return log;
    }

    private long record(long from, int first, int last) throws IOException {
        try (var log = open(from)) {
            replay(log, first, last);
            return log.offset();
        }
    }

    private static void replay(OutcomeLog log, int first, int last) {
        for (int i = first; i <= last; i++) {
            record(log, i, text(i));
        }
    }

    private static String text(int step) {
        char[] letters = new char[1 + step * 7 % 60];
        Arrays.fill(letters, (char) ('a' + step % 26));
        return new String(letters);
    }

    private static void record(OutcomeLog log, long position, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        log.record(position, new UnsafeBuffer(bytes), 0, bytes.length);
    }

    private Path last() {
        return SealedSegments.list(folder).getLast();
    }

    private static void overwrite(Path file, long at, byte value) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {value}), at);
        }
    }
}
