package sekisho.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Event;
import sekisho.protocol.Outcome;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.StateRecord;
import sekisho.protocol.StreamEntry;

/** What is written is read again, for every type of every sealed family. */
final class RoundTripTest {
    private static final long SEED = 20261123;
    private static final int OF_EACH = 100;
    private static final int OFFSET = 13;

    private final Samples samples = new Samples(SEED);
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(64);

    static List<Class<?>> commands() {
        return Types.commands();
    }

    static List<Class<?>> events() {
        return Types.events();
    }

    static List<Class<?>> outcomes() {
        return Types.outcomes();
    }

    static List<Class<?>> rows() {
        return Types.rows();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aFrameKeepsItsRequests(Class<?> type) {
        BookId book = samples.of(BookId.class);
        ClientId client = samples.of(ClientId.class);
        var encoder = new FrameEncoder().begin(buffer, OFFSET, 77, book, client);
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            Command<?> command = (Command<?>) samples.of(type);
            RequestId id = samples.requestId();
            boolean linked = samples.coin();
            boolean dryRun = samples.coin();
            long effectiveAt = samples.coin() ? 0 : samples.number();
            long hash = encoder.add(id, command, linked, dryRun, effectiveAt);
            requests.add(new Request(book, client, id, hash, linked, dryRun, effectiveAt, command));
            assertThat(hash).isEqualTo(ContentHash.of(book, effectiveAt, command));
        }
        var decoder = new FrameDecoder().wrap(buffer, OFFSET, encoder.length());
        assertThat(decoder.correlation()).isEqualTo(77);
        assertThat(decoder.count()).isEqualTo(OF_EACH).isEqualTo(encoder.count());
        assertThat(decoder.requests()).as("seed %d", SEED).isEqualTo(requests);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aFrameKeepsItsStreamEntries(Class<?> type) {
        BookId book = samples.of(BookId.class);
        ClientId client = samples.of(ClientId.class);
        var key = new StreamEntry(-5, 41, samples.number());
        var encoder = new FrameEncoder().beginStream(buffer, OFFSET, -1, book, client, key);
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            Command<?> command = (Command<?>) samples.of(type);
            long effectiveAt = samples.coin() ? 0 : samples.number();
            assertThat(encoder.next()).isEqualTo(key);
            long hash = encoder.addNext(command, effectiveAt);
            requests.add(new Request(book, client, key, hash, false, false, effectiveAt, command));
            key = key.next(hash);
        }
        var decoder = new FrameDecoder().wrap(buffer, OFFSET, encoder.length());
        assertThat(decoder.requests()).as("seed %d", SEED).isEqualTo(requests);
        assertThat(encoder.next()).isEqualTo(key);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theOutcomeLogKeepsEvents(Class<?> type) {
        var encoder = new OutcomeEncoder().begin(buffer, OFFSET, 5, 6);
        List<Shown.Call> expected = new ArrayList<>(List.of(new Shown.Step(5, 6)));
        int length = encoder.length();
        for (int i = 0; i < OF_EACH; i++) {
            Event event = (Event) samples.of(type);
            encoder.event(event);
            expected.add(new Shown.Happened(event));
            assertThat(encoder.length() - length).isLessThanOrEqualTo(OutcomeEncoder.MAX_EVENT_LENGTH);
            length = encoder.length();
        }
        encoder.timePassed();
        expected.add(new Shown.TimePassed());
        assertThat(shown(encoder)).as("seed %d", SEED).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void theOutcomeLogKeepsAnswers(Class<?> type) {
        var encoder = new OutcomeEncoder().begin(buffer, OFFSET, 5, 6);
        List<Shown.Call> expected = new ArrayList<>(List.of(new Shown.Step(5, 6)));
        int length = encoder.length();
        for (int i = 0; i < OF_EACH; i++) {
            BookId book = samples.of(BookId.class);
            ClientId client = samples.of(ClientId.class);
            var answer = new Answer((Outcome) samples.of(type), samples.coin());
            if (samples.coin()) {
                RequestId id = samples.requestId();
                encoder.answered(Request.of(book, client, id, 1, samples.command()), answer);
                expected.add(new Shown.Answered(book, client, id, answer));
            } else {
                encoder.answered(Request.of(book, client, new StreamEntry(9, i + 1, 7), 1, samples.command()), answer);
                expected.add(new Shown.Answered(book, client, new StreamEntry(9, i + 1, 0), answer));
            }
            assertThat(encoder.length() - length).isLessThanOrEqualTo(OutcomeEncoder.MAX_ANSWER_LENGTH);
            length = encoder.length();
        }
        assertThat(encoder.count()).isEqualTo(OF_EACH);
        assertThat(shown(encoder)).as("seed %d", SEED).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void theSenderIsSentTheAnswers(Class<?> type) {
        List<Answer> list = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            list.add(new Answer((Outcome) samples.of(type), samples.coin()));
        }
        var answers = new Answers(1, -2, Long.MAX_VALUE, list);
        var codec = new AnswersCodec();
        int length = codec.encode(answers, buffer, OFFSET);
        assertThat(codec.decode(buffer, OFFSET, length)).as("seed %d", SEED).isEqualTo(answers);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aSnapshotKeepsRows(Class<?> type) {
        var codec = new StateCodec();
        for (int i = 0; i < OF_EACH; i++) {
            StateRecord row = (StateRecord) samples.of(type);
            int length = codec.encode(row, buffer, OFFSET);
            assertThat(length).isLessThanOrEqualTo(StateCodec.MAX_LENGTH);
            assertThat(codec.decode(buffer, OFFSET, length)).as("seed %d", SEED).isEqualTo(row);
        }
    }

    private List<Shown.Call> shown(OutcomeEncoder encoder) {
        var shown = new Shown();
        new OutcomeDecoder().read(buffer, OFFSET, encoder.length(), shown);
        return shown.calls;
    }
}
