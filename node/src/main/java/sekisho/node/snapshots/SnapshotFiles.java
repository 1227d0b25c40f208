package sekisho.node.snapshots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import sekisho.core.Capacity;
import sekisho.core.Core;
import sekisho.core.Image;
import sekisho.protocol.StateRecord;
import sekisho.wire.home.SafeFiles;

/** The snapshots of one node: {@code <position>.snapshot} in a folder. Stateless. */
public final class SnapshotFiles {
    private static final String EXTENSION = ".snapshot";

    private final Path folder;

    public SnapshotFiles(Path folder) {
        this.folder = folder;
    }

    /** The file of the snapshot that was taken at a position. Names sort like positions. */
    public Path file(long position) {
        String digits = Long.toString(position);
        return folder.resolve("0".repeat(19 - digits.length()) + digits + EXTENSION);
    }

    /** Whether a file with its final name is there. */
    public boolean isWritten(long position) {
        return Files.exists(file(position));
    }

    /** Writes an image, synced and with its final name when this returns. The caller closes the image. */
    public WrittenSnapshot write(SnapshotPointer pointer, Image image) throws IOException {
        long begun = System.nanoTime();
        Files.createDirectories(folder);
        Path file = file(pointer.position());
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try (var channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            var writer = new SnapshotWriter(channel, pointer);
            image.export(writer);
            writer.finish();
            channel.force(true);
            long bytes = channel.size();
            SafeFiles.finish(unfinished, file);
            return new WrittenSnapshot(pointer, writer.records(), bytes, millisSince(begun), writer.fingerprint());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Restores an engine.
     *
     * @throws DamagedSnapshot if the file is missing or anything in it is wrong
     */
    public RestoredSnapshot restore(long position, Capacity capacity) throws IOException {
        long begun = System.nanoTime();
        if (!isWritten(position)) {
            throw new DamagedSnapshot("a snapshot was not finished", position);
        }
        try (var channel = FileChannel.open(file(position), StandardOpenOption.READ)) {
            var reader = new SnapshotReader(channel, position);
            SnapshotPointer pointer = reader.pointer();
            if (pointer.position() != position) {
                throw new DamagedSnapshot("a snapshot has another's name", position);
            }
            var restorer = Core.restorer(capacity);
            reader.read(restorer::add);
            return new RestoredSnapshot(
                    restorer.finish(), pointer, reader.records(), channel.size(), millisSince(begun));
        }
    }

    /**
     * Shows the records of a snapshot. What was shown counts only if this returns.
     *
     * @throws DamagedSnapshot if the file is missing or anything in it is wrong
     */
    public void read(long position, Consumer<StateRecord> to) throws IOException {
        if (!isWritten(position)) {
            throw new DamagedSnapshot("a snapshot was not finished", position);
        }
        try (var channel = FileChannel.open(file(position), StandardOpenOption.READ)) {
            var reader = new SnapshotReader(channel, position);
            if (reader.pointer().position() != position) {
                throw new DamagedSnapshot("a snapshot has another's name", position);
            }
            reader.read(to);
        }
    }

    /** Whether a snapshot is written and right in every checksum, record count and fingerprint; reads all of it. */
    public boolean isWhole(long position) throws IOException {
        if (!isWritten(position)) {
            return false;
        }
        try (var channel = FileChannel.open(file(position), StandardOpenOption.READ)) {
            var reader = new SnapshotReader(channel, position);
            SnapshotPointer pointer = reader.pointer();
            reader.read(_ -> {});
            return pointer.position() == position;
        } catch (DamagedSnapshot e) {
            return false;
        }
    }

    /** The pointer of a written snapshot. */
    public SnapshotPointer pointer(long position) throws IOException {
        try (var channel = FileChannel.open(file(position), StandardOpenOption.READ)) {
            return new SnapshotReader(channel, position).pointer();
        }
    }

    /** Positions of all snapshots with a final name, newest first. */
    public List<Long> positions() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var positions = new ArrayList<Long>();
        try (var files = Files.newDirectoryStream(folder, "*" + EXTENSION)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                positions.add(Long.parseLong(name.substring(0, name.length() - EXTENSION.length())));
            }
        }
        positions.sort(Comparator.reverseOrder());
        return positions;
    }

    /** Deletes a snapshot. */
    public void delete(long position) throws IOException {
        Files.deleteIfExists(file(position));
    }

    /** Deletes what was never finished. Only while nothing is being written. */
    public void deleteUnfinished() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, "*.tmp")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private static double millisSince(long begunNanos) {
        return (System.nanoTime() - begunNanos) / 1e6;
    }
}
