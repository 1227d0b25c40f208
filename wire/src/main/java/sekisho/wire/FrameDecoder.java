package sekisho.wire;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import sekisho.protocol.Assertion;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Proof;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.RequestKey;
import sekisho.protocol.StreamEntry;
import sekisho.wire.sbe.AssertionDecoder;
import sekisho.wire.sbe.RequestFrameDecoder;
import sekisho.wire.sbe.RequestIdDecoder;
import sekisho.wire.sbe.StreamFrameDecoder;
import sekisho.wire.sbe.TermsDecoder;

/**
 * Reads a frame of requests. Reusable; belongs to one thread. Believes nothing: whatever the bytes are, the result is
 * the frame's requests or a {@link MalformedFrame}.
 */
public final class FrameDecoder {
    private final Message message = new Message();
    private final CommandCodec commands = new CommandCodec();
    private final RequestFrameDecoder requestFrame = new RequestFrameDecoder();
    private final StreamFrameDecoder streamFrame = new StreamFrameDecoder();
    private final RequestIdDecoder requestId = new RequestIdDecoder();
    private final TermsDecoder terms = new TermsDecoder();
    private final AssertionCodec assertions = new AssertionCodec();
    private BookId book = BookId.FIRST;
    private ClientId client = new ClientId(1);
    private long correlation;
    private List<Request> requests = List.of();
    private boolean linked;
    private boolean dryRun;
    private long effectiveAt;
    private int at;

    /**
     * Reads and checks a whole frame.
     *
     * @throws MalformedFrame if the bytes are not exactly one frame; then this decoder holds no requests
     */
    public FrameDecoder wrap(DirectBuffer buffer, int offset, int length) {
        correlation = 0;
        requests = List.of();
        Bounds.check(buffer, offset, length);
        int end = offset + length;
        at = offset;
        message.wrap(buffer, offset, end);
        try {
            switch (message.template()) {
                case RequestFrameDecoder.TEMPLATE_ID -> readRequests(buffer, end);
                case StreamFrameDecoder.TEMPLATE_ID -> readEntries(buffer, end);
                default -> throw message.unknownTemplate();
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedFrame("a field has a value that it may not have", at, e);
        }
        return this;
    }

    /** The sender's number for the frame, to be sent back with its answers. */
    public long correlation() {
        return correlation;
    }

    public int count() {
        return requests.size();
    }

    /** The frame's requests in order: a list that the caller may keep. */
    public List<Request> requests() {
        return requests;
    }

    private void readRequests(DirectBuffer buffer, int end) {
        var header = message.body(requestFrame);
        sender(header.book(), header.client());
        long frameCorrelation = header.correlation();
        int count = checkedCount(header.count());
        List<Request> read = new ArrayList<>(count);
        at = message.end();
        for (int i = 0; i < count; i++) {
            if (end - at < RequestIdDecoder.ENCODED_LENGTH) {
                throw new MalformedFrame("the bytes end within a request id", at);
            }
            requestId.wrap(buffer, at);
            RequestId key = Fields.requestId(requestId);
            read.add(request(key, buffer, at + RequestIdDecoder.ENCODED_LENGTH, end));
            at = message.end();
        }
        done(frameCorrelation, read, end - at);
    }

    private void readEntries(DirectBuffer buffer, int end) {
        var header = message.body(streamFrame);
        sender(header.book(), header.client());
        long frameCorrelation = header.correlation();
        int count = checkedCount(header.count());
        var key = new StreamEntry(header.stream(), header.sequence(), header.chainHash());
        List<Request> read = new ArrayList<>(count);
        at = message.end();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                key = key.next(read.get(i - 1).contentHash());
            }
            read.add(request(key, buffer, at, end));
            at = message.end();
        }
        done(frameCorrelation, read, end - at);
    }

    private void sender(int bookNumber, long clientNumber) {
        if (book.value() != bookNumber) {
            book = new BookId(bookNumber);
        }
        if (client.value() != clientNumber) {
            client = new ClientId(clientNumber);
        }
    }

    private int checkedCount(int count) {
        if (count < 1 || count > FrameEncoder.MAX_REQUESTS) {
            throw message.malformed("a frame has 1 to 1024 requests");
        }
        return count;
    }

    private Request request(RequestKey key, DirectBuffer buffer, int offset, int end) {
        readTerms(buffer, offset, end);
        // What is rare has a method of its own, so that this one stays small enough to be inlined.
        return message.template() == AssertionDecoder.TEMPLATE_ID
                ? proved(key, buffer, end)
                : command(key, buffer, Proof.NONE);
    }

    private Request command(RequestKey key, DirectBuffer buffer, Proof proof) {
        int start = message.offset();
        Command<?> command = commands.decode(message);
        long contentHash = ContentHash.of(book, effectiveAt, buffer, start, message.end() - start);
        return new Request(book, client, key, contentHash, linked, dryRun, effectiveAt, command, proof);
    }

    /** A request with somebody behind it: what they have to have signed is made of its bytes. */
    private Request proved(RequestKey key, DirectBuffer buffer, int end) {
        List<Assertion> behind = readAssertions(buffer, end);
        int start = message.offset();
        Request request = command(key, buffer, Proof.NONE);
        Challenge.Sender sender = new Challenge.Sender(book, client, key, effectiveAt);
        return request.with(new Proof(behind, Challenge.of(sender, buffer, start, message.end() - start)));
    }

    /** Reads those who stand behind the request, and moves on to the command. */
    private List<Assertion> readAssertions(DirectBuffer buffer, int end) {
        List<Assertion> read = new ArrayList<>();
        while (message.template() == AssertionDecoder.TEMPLATE_ID) {
            if (read.size() == Proof.MOST) {
                throw message.malformed("too many assertions stand behind a request");
            }
            read.add(assertions.decode(message));
            message.wrap(buffer, message.end(), end);
        }
        return read;
    }

    /** Reads the terms, if they come first, and moves on to the command. */
    private void readTerms(DirectBuffer buffer, int offset, int end) {
        linked = false;
        dryRun = false;
        effectiveAt = 0;
        if (message.wrap(buffer, offset, end).template() == TermsDecoder.TEMPLATE_ID) {
            var unusual = message.body(terms);
            linked = Fields.flag(unusual.linked());
            dryRun = Fields.flag(unusual.dryRun());
            effectiveAt = unusual.effectiveAt();
            message.wrap(buffer, message.end(), end);
        }
    }

    private void done(long frameCorrelation, List<Request> read, int left) {
        if (left != 0) {
            throw new MalformedFrame("bytes are left over behind the last request", message.end());
        }
        correlation = frameCorrelation;
        requests = read;
    }
}
