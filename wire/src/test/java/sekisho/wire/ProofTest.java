package sekisho.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.protocol.Assertion;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Digest;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.Signature;
import sekisho.protocol.StreamEntry;
import sekisho.protocol.Token;

/** Who stands behind a request arrives as it was sent, and what they sign is the request and no other. */
final class ProofTest {
    private static final BookId BOOK = new BookId(3);
    private static final ClientId CLIENT = new ClientId(9);

    private final Samples samples = new Samples(77);
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

    static List<Class<?>> commands() {
        return Types.commands();
    }

    private Assertion assertion(int length) {
        String text = "{" + "x".repeat(length - 2) + "}";
        return new Assertion(
                samples.of(Token.class),
                samples.of(Digest.class),
                samples.random().nextInt(256),
                samples.random().nextLong() & 0xFFFF_FFFFL,
                text,
                samples.of(Signature.class));
    }

    @Test
    void assertionsArriveAsTheyWereSent() {
        for (int length : new int[] {2, 7, 8, 9, 16, 130, 1023, Assertion.MOST}) {
            List<Assertion> sent = List.of(assertion(length), assertion(2), assertion(100), assertion(33));
            Command<?> command = samples.command();
            RequestId id = samples.requestId();
            var encoder = new FrameEncoder().begin(buffer, 0, 1, BOOK, CLIENT);
            encoder.add(id, command, true, false, 5, sent);
            encoder.add(samples.requestId(), command, false, false, 0);
            assertThat(encoder.length())
                    .isLessThanOrEqualTo(FrameEncoder.MAX_HEADER_LENGTH
                            + 2 * FrameEncoder.MAX_REQUEST_LENGTH
                            + FrameEncoder.MAX_PROOF_LENGTH);
            List<Request> read =
                    new FrameDecoder().wrap(buffer, 0, encoder.length()).requests();
            assertThat(read.getFirst().proof().assertions()).isEqualTo(sent);
            assertThat(read.getFirst().proof().challenge()).isEqualTo(Challenge.of(BOOK, CLIENT, id, 5, command));
            assertThat(read.getLast().proof().assertions()).isEmpty();
        }
    }

    @Test
    void assertionsTravelWithEntriesOfStreams() {
        Command<?> command = samples.command();
        var first = new StreamEntry(4, 1, 0);
        var encoder = new FrameEncoder().beginStream(buffer, 0, 1, BOOK, CLIENT, first);
        List<Assertion> sent = List.of(assertion(50));
        encoder.addNext(command, 0, sent);
        Request read =
                new FrameDecoder().wrap(buffer, 0, encoder.length()).requests().getFirst();
        assertThat(read.proof().assertions()).isEqualTo(sent);
        assertThat(read.proof().challenge()).isEqualTo(Challenge.of(BOOK, CLIENT, first, 0, command));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyFieldOfACommandIsSigned(Class<?> type) {
        Command<?> command = (Command<?>) samples.of(type);
        RequestId id = samples.requestId();
        Set<Digest> seen = new HashSet<>(Set.of(Challenge.of(BOOK, CLIENT, id, 0, command)));
        Set<Object> told = new HashSet<>(Set.of(command));
        Variants.of(command).forEach((path, variant) -> {
            boolean known = !told.add(variant);
            assertThat(seen.add(Challenge.of(BOOK, CLIENT, id, 0, (Command<?>) variant)))
                    .as(path)
                    .isNotEqualTo(known);
        });
    }

    @Test
    void whoseRequestItIsAndWhichIsSigned() {
        Command<?> command = samples.command();
        RequestId id = RequestId.of(5, 6, 7);
        assertThat(Set.of(
                        Challenge.of(BOOK, CLIENT, id, 0, command),
                        Challenge.of(new BookId(4), CLIENT, id, 0, command),
                        Challenge.of(BOOK, new ClientId(8), id, 0, command),
                        Challenge.of(BOOK, CLIENT, RequestId.of(5, 6, 8), 0, command),
                        Challenge.of(BOOK, CLIENT, new StreamEntry(id.high(), 7, 0), 0, command),
                        Challenge.of(BOOK, CLIENT, id, 1, command)))
                .hasSize(6);
    }
}
