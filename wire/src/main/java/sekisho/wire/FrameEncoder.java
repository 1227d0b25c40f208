package sekisho.wire;

import java.util.List;
import org.agrona.MutableDirectBuffer;
import sekisho.protocol.Assertion;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Proof;
import sekisho.protocol.RequestId;
import sekisho.protocol.StreamEntry;
import sekisho.wire.sbe.GroupSizeEncodingEncoder;
import sekisho.wire.sbe.LedgerBookEncoder;
import sekisho.wire.sbe.LineEncoder;
import sekisho.wire.sbe.MessageHeaderEncoder;
import sekisho.wire.sbe.RequestFrameEncoder;
import sekisho.wire.sbe.RequestIdEncoder;
import sekisho.wire.sbe.StreamFrameEncoder;
import sekisho.wire.sbe.TermsEncoder;

/**
 * Writes a frame of requests as one log message. Reusable; belongs to one thread. Allocates nothing per request.
 *
 * <p>A buffer with room for {@link #MAX_HEADER_LENGTH} and {@link #MAX_REQUEST_LENGTH} for each request never
 * overflows; one that grows will do as well. A request that does not fit throws {@link IndexOutOfBoundsException} and
 * leaves the frame as it was before.
 */
public final class FrameEncoder {
    /** Most requests of one frame. */
    public static final int MAX_REQUESTS = 1024;

    /** Most bytes of a frame without its requests. */
    public static final int MAX_HEADER_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH + StreamFrameEncoder.BLOCK_LENGTH;

    /** Most bytes of one request: its id, its terms, and a posting of {@link LedgerCommand#MAX_LINES} lines. */
    public static final int MAX_REQUEST_LENGTH = RequestIdEncoder.ENCODED_LENGTH
            + MessageHeaderEncoder.ENCODED_LENGTH
            + TermsEncoder.BLOCK_LENGTH
            + MessageHeaderEncoder.ENCODED_LENGTH
            + LedgerBookEncoder.BLOCK_LENGTH
            + GroupSizeEncodingEncoder.ENCODED_LENGTH
            + LedgerCommand.MAX_LINES * LineEncoder.ENCODED_LENGTH;

    /** Most bytes that those who stand behind a request add to it. */
    public static final int MAX_PROOF_LENGTH = Proof.MOST * AssertionCodec.MAX_LENGTH;

    private enum Mode {
        NOT_BEGUN,
        IDS,
        STREAM
    }

    private final Destination to = new Destination();
    private final CommandCodec commands = new CommandCodec();
    private final RequestFrameEncoder requestFrame = new RequestFrameEncoder();
    private final StreamFrameEncoder streamFrame = new StreamFrameEncoder();
    private final RequestIdEncoder requestId = new RequestIdEncoder();
    private final TermsEncoder terms = new TermsEncoder();
    private final AssertionCodec assertions = new AssertionCodec();
    private Mode mode = Mode.NOT_BEGUN;
    private BookId book = BookId.FIRST;
    private int offset;
    private int length;
    private int count;
    private long stream;
    private long sequence;
    private long chainHash;

    /** Begins a frame of requests with ids of their own. What was begun before is forgotten. */
    public FrameEncoder begin(MutableDirectBuffer buffer, int offset, long correlation, BookId book, ClientId client) {
        to.at(buffer, offset);
        var header = to.begin(requestFrame);
        header.correlation(correlation)
                .client(client.value())
                .book(book.value())
                .count(0);
        begun(Mode.IDS, book, offset, to.end(header));
        return this;
    }

    /** Begins a frame of consecutive entries of one stream. The first has the given key; the others follow from it. */
    public FrameEncoder beginStream(
            MutableDirectBuffer buffer, int offset, long correlation, BookId book, ClientId client, StreamEntry first) {
        to.at(buffer, offset);
        var header = to.begin(streamFrame);
        header.correlation(correlation).client(client.value()).book(book.value()).count(0).stream(first.stream())
                .sequence(first.sequence())
                .chainHash(first.chainHash());
        stream = first.stream();
        sequence = first.sequence();
        chainHash = first.chainHash();
        begun(Mode.STREAM, book, offset, to.end(header));
        return this;
    }

    /**
     * Adds a request to a frame that was begun with {@link #begin}.
     *
     * @param linked the next request of the frame succeeds or fails together with this one
     * @param effectiveAt when the movement took effect (ms); 0: when it is booked
     * @return the request's content hash
     */
    public long add(RequestId id, Command<?> command, boolean linked, boolean dryRun, long effectiveAt) {
        return add(id, command, linked, dryRun, effectiveAt, List.of());
    }

    /** The same, with those who stand behind it. */
    public long add(
            RequestId id,
            Command<?> command,
            boolean linked,
            boolean dryRun,
            long effectiveAt,
            List<Assertion> behind) {
        requireRoom(Mode.IDS);
        to.at(to.buffer(), offset + length);
        Fields.put(requestId.wrap(to.buffer(), to.position()), id);
        to.skip(RequestIdEncoder.ENCODED_LENGTH);
        if (linked || dryRun || effectiveAt != 0) {
            putTerms(linked, dryRun, effectiveAt);
        }
        putAssertions(behind);
        long contentHash = putCommand(command, effectiveAt);
        requestFrame.count(count);
        return contentHash;
    }

    /**
     * Adds the next entry to a frame that was begun with {@link #beginStream}.
     *
     * @param effectiveAt when the movement took effect (ms); 0: when it is booked
     * @return the entry's content hash
     */
    public long addNext(Command<?> command, long effectiveAt) {
        return addNext(command, effectiveAt, List.of());
    }

    /** The same, with those who stand behind it. */
    public long addNext(Command<?> command, long effectiveAt, List<Assertion> behind) {
        requireRoom(Mode.STREAM);
        to.at(to.buffer(), offset + length);
        if (effectiveAt != 0) {
            putTerms(false, false, effectiveAt);
        }
        putAssertions(behind);
        long contentHash = putCommand(command, effectiveAt);
        streamFrame.count(count);
        sequence++;
        chainHash = StreamEntry.chain(chainHash, contentHash);
        return contentHash;
    }

    /** The requests in the frame so far. */
    public int count() {
        return count;
    }

    /** The bytes of the frame so far, from its offset. */
    public int length() {
        return length;
    }

    /** The key that the next stream entry will have. */
    public StreamEntry next() {
        require(mode == Mode.STREAM, "no stream frame was begun");
        return new StreamEntry(stream, sequence, chainHash);
    }

    private void begun(Mode mode, BookId book, int offset, int length) {
        this.mode = mode;
        this.book = book;
        this.offset = offset;
        this.length = length;
        count = 0;
    }

    private void putTerms(boolean linked, boolean dryRun, long effectiveAt) {
        var message = to.begin(terms);
        message.linked(Fields.flag(linked)).dryRun(Fields.flag(dryRun)).effectiveAt(effectiveAt);
        to.end(message);
    }

    private void putAssertions(List<Assertion> behind) {
        for (int i = 0; i < behind.size(); i++) {
            assertions.encode(behind.get(i), to);
        }
    }

    private long putCommand(Command<?> command, long effectiveAt) {
        int at = to.position();
        int commandLength = commands.encode(command, to);
        length = to.position() - offset;
        count++;
        return ContentHash.of(book, effectiveAt, to.buffer(), at, commandLength);
    }

    private void requireRoom(Mode wanted) {
        require(mode == wanted, "the frame was begun for other requests, or not at all");
        require(count < MAX_REQUESTS, "a frame has at most 1024 requests");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
