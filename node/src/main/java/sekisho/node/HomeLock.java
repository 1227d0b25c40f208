package sekisho.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import sekisho.wire.home.HomeLayout;

/**
 * The operating system's lock on a home: it goes with the process, however that ends. Who holds it knows that no other
 * node runs here, and may clear what a killed one left behind: Aeron's mark files look alive for 10 to 15 seconds after
 * their process died.
 */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, creating the home if need be.
     *
     * @throws HomeInUse if somebody else has it
     */
    static HomeLock take(HomeLayout home) throws IOException {
        Files.createDirectories(home.home());
        var channel = FileChannel.open(
                home.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            long holder = holder(channel);
            channel.close();
            throw new HomeInUse(home.home(), holder);
        }
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid), 0);
        channel.force(true);
        clearMarks(home.cluster());
        clearMarks(home.log());
        return new HomeLock(channel);
    }

    /** Which process has the lock; empty: none. Who asks holds the lock for a moment, if nobody has it. */
    static OptionalLong holder(HomeLayout home) throws IOException {
        if (!Files.exists(home.lock())) {
            return OptionalLong.empty();
        }
        try (var channel = FileChannel.open(home.lock(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null ? OptionalLong.of(holder(channel)) : OptionalLong.empty();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    private static long holder(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** What the cluster must remember of elections lies in other files. */
    private static void clearMarks(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var marks = Files.newDirectoryStream(folder, "*-mark*.{dat,lnk}")) {
            for (Path mark : marks) {
                Files.delete(mark);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
