package sekisho.banksimulator.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of facts that is only appended to. {@link #append} is for the holder of the books' lock; {@link #sync} is for
 * any thread: whoever comes while others are syncing shares the next sync with them.
 */
final class Journal implements AutoCloseable {
    private final @Nullable FileChannel file;
    private final ReentrantLock syncing = new ReentrantLock();
    private volatile long written;
    private volatile long synced;

    private Journal(@Nullable FileChannel file) {
        this.file = file;
    }

    /** A journal that remembers nothing. */
    static Journal inMemory() {
        return new Journal(null);
    }

    /**
     * Opens a journal, and shows the facts that it holds. A last line that is not whole was never told to anybody, and
     * is cut off.
     *
     * @throws IllegalStateException if a line before the last is broken
     */
    static Journal open(Path path, Consumer<Fact> replay) {
        try {
            var file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var journal = new Journal(file);
            long whole = replay(Files.readString(path), replay);
            file.truncate(whole).position(whole);
            journal.written = whole;
            journal.synced = whole;
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends a fact; it may be told when {@link #sync} has returned. */
    void append(Fact fact) {
        if (file == null) {
            return;
        }
        var bytes = ByteBuffer.wrap(FactLine.of(fact).getBytes(UTF_8));
        long end = written + bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written = end;
    }

    /** Returns when everything that was appended before the call is on the disk. */
    void sync() {
        long goal = written;
        if (file == null || synced >= goal) {
            return;
        }
        syncing.lock();
        try {
            if (synced < goal) {
                long reached = written;
                file.force(false);
                synced = reached;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            syncing.unlock();
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many bytes of whole lines there are. */
    private static long replay(String text, Consumer<Fact> replay) {
        long whole = 0;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            String line = text.substring(start, end);
            Fact fact = FactLine.parse(line);
            if (fact == null) {
                if (end + 1 < text.length()) {
                    throw new IllegalStateException("the journal of a bank is damaged at byte " + whole);
                }
                return whole;
            }
            replay.accept(fact);
            whole += line.getBytes(UTF_8).length + 1;
            start = end + 1;
        }
        return whole;
    }
}
