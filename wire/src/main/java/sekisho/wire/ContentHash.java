package sekisho.wire;

import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;

/**
 * The content hash of a request: 64 bits over the encoded command, its book and its effective time. The request's key,
 * {@code linked} and {@code dryRun} do not count.
 *
 * <p>It tells a mistake, two different requests under one key. It is no signature: who wants to can find two commands
 * with the same hash, and gains nothing but a false answer to his own request.
 */
public final class ContentHash {
    private static final Mix MIX = new Mix(0x9FB21C651E98DF25L);
    private static final long SEED = 0x53454B4953484F31L;
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    /** What a thread needs to encode a command that nobody wants to send. */
    private static final class Scratch {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(FrameEncoder.MAX_REQUEST_LENGTH);
        final Destination destination = new Destination();
        final CommandCodec codec = new CommandCodec();
    }

    private ContentHash() {}

    /**
     * The hash that {@link FrameEncoder} and {@link FrameDecoder} give to a request with these contents. Any thread may
     * call it; on the way of a frame take theirs, which costs less.
     *
     * @param effectiveAt when the movement took effect (ms); 0: when it is booked
     */
    public static long of(BookId book, long effectiveAt, Command<?> command) {
        Scratch scratch = SCRATCH.get();
        int length = scratch.codec.encode(command, scratch.destination.at(scratch.buffer, 0));
        return of(book, effectiveAt, scratch.buffer, 0, length);
    }

    /** The same of a command that lies encoded at an offset. */
    static long of(BookId book, long effectiveAt, DirectBuffer buffer, int offset, int length) {
        long hash = MIX.absorb(MIX.absorb(SEED, book.value()), effectiveAt);
        return Mix.finish(MIX.absorbMessage(hash, buffer, offset, length));
    }
}
