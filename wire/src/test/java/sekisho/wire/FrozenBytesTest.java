package sekisho.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Event;
import sekisho.protocol.Outcome;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord;
import sekisho.protocol.StreamEntry;
import sekisho.wire.sbe.FrameAnswersDecoder;
import sekisho.wire.sbe.MessageHeaderDecoder;
import sekisho.wire.sbe.RequestFrameDecoder;
import sekisho.wire.sbe.StepDecoder;
import sekisho.wire.sbe.StreamFrameDecoder;

/**
 * Bytes once written can be read for ever. {@code frozen-bytes.txt} holds, for every type, bytes and what they say. Lines
 * are added to it; from the first release on none is changed or taken away. A type that it lacks fails the test, and the
 * failure shows the lines to add.
 */
final class FrozenBytesTest {
    private static final String FILE = "frozen-bytes.txt";

    /** A line of the file: a type, bytes with a message of it, and the message as text. */
    record Frozen(String type, String hex, String text) {
        static Frozen of(String line) {
            String[] parts = line.split(" ", 3);
            return new Frozen(parts[0], parts[1], parts[2]);
        }

        @Override
        public String toString() {
            return type + " " + hex + " " + text;
        }
    }

    private final Samples samples = new Samples(1);
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

    static List<Frozen> frozen() {
        try (var in = Objects.requireNonNull(FrozenBytesTest.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Frozen::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("frozen")
    void oldBytesStillSayTheSame(Frozen frozen) {
        assertThat(text(HexFormat.of().parseHex(frozen.hex()))).isEqualTo(frozen.text());
        assertThat(frozen.text()).contains(frozen.type().substring(frozen.type().indexOf('.') + 1) + "[");
    }

    @Test
    void everyTypeIsFrozen() {
        List<String> known = frozen().stream().map(Frozen::type).toList();
        List<String> missing = new ArrayList<>();
        Stream.of(
                        Types.commands(),
                        Types.events(),
                        Types.outcomes(),
                        Types.rows(),
                        List.of(StreamEntry.class, Answers.class))
                .flatMap(List::stream)
                .filter(type -> !known.contains(Types.name(type)))
                .forEach(type -> {
                    missing.add(freeze(type));
                    missing.add(freeze(type));
                });
        assertThat(missing)
                .as("add to %s:%n%s%n", FILE, String.join("\n", missing))
                .isEmpty();
    }

    private String freeze(Class<?> type) {
        byte[] bytes = new byte[write(type)];
        buffer.getBytes(0, bytes);
        return new Frozen(Types.name(type), HexFormat.of().formatHex(bytes), text(bytes)).toString();
    }

    private int write(Class<?> type) {
        BookId book = samples.of(BookId.class);
        ClientId client = samples.of(ClientId.class);
        if (type == StreamEntry.class) {
            var encoder = new FrameEncoder()
                    .beginStream(buffer, 0, samples.number(), book, client, new StreamEntry(samples.number(), 8, 9));
            encoder.addNext(samples.command(), 0);
            encoder.addNext(samples.command(), samples.number());
            return encoder.length();
        } else if (type == Answers.class) {
            return new AnswersCodec().encode(new Answers(1, 2, 3, List.of(answer(), answer())), buffer, 0);
        } else if (Command.class.isAssignableFrom(type)) {
            var encoder = new FrameEncoder().begin(buffer, 0, samples.number(), book, client);
            boolean unusual = samples.coin();
            Command<?> command = (Command<?>) samples.of(type);
            encoder.add(samples.requestId(), command, unusual, false, unusual ? samples.number() : 0);
            return encoder.length();
        } else if (Event.class.isAssignableFrom(type)) {
            var encoder = new OutcomeEncoder().begin(buffer, 0, 10, 11);
            encoder.event((Event) samples.of(type));
            encoder.timePassed();
            return encoder.length();
        } else if (Outcome.class.isAssignableFrom(type)) {
            var encoder = new OutcomeEncoder().begin(buffer, 0, 10, 11);
            var answer = new Answer((Outcome) samples.of(type), samples.coin());
            encoder.answered(Request.of(book, client, samples.requestId(), 1, samples.command()), answer);
            encoder.answered(
                    Request.of(book, samples.of(ClientId.class), new StreamEntry(5, 6, 0), 1, samples.command()),
                    answer);
            return encoder.length();
        }
        return new StateCodec().encode((StateRecord) samples.of(type), buffer, 0);
    }

    private Answer answer() {
        return new Answer((Outcome) samples.any(Types.outcomes()), samples.coin());
    }

    private static String text(byte[] bytes) {
        var read = new UnsafeBuffer(bytes);
        return switch (new MessageHeaderDecoder().wrap(read, 0).templateId()) {
            case RequestFrameDecoder.TEMPLATE_ID, StreamFrameDecoder.TEMPLATE_ID ->
                new FrameDecoder().wrap(read, 0, bytes.length).requests().toString();
            case FrameAnswersDecoder.TEMPLATE_ID ->
                new AnswersCodec().decode(read, 0, bytes.length).toString();
            case StepDecoder.TEMPLATE_ID -> {
                var shown = new Shown();
                new OutcomeDecoder().read(read, 0, bytes.length, shown);
                yield shown.calls.toString();
            }
            default -> new StateCodec().decode(read, 0, bytes.length).toString();
        };
    }
}
