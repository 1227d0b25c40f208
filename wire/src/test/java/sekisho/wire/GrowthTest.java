package sekisho.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
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
import sekisho.wire.sbe.GroupSizeEncodingDecoder;
import sekisho.wire.sbe.MessageHeaderDecoder;

/** A reader of today understands a writer to come, whose blocks are longer, and an old one, whose blocks were shorter. */
final class GrowthTest {
    private static final int HEADER = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final int GROUP_HEADER = GroupSizeEncodingDecoder.ENCODED_LENGTH;
    private static final int FRAME = 28;
    private static final int ID = 16;

    private final Samples samples = new Samples(31);
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

    static List<Class<?>> commands() {
        return Types.commands();
    }

    static List<Class<?>> events() {
        return Types.events();
    }

    static List<Class<?>> rows() {
        return Types.rows();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandMayGrow(Class<?> type) {
        Command<?> command = (Command<?>) samples.of(type);
        var encoder = new FrameEncoder().begin(buffer, 0, 1, BookId.FIRST, new ClientId(1));
        long hash = encoder.add(samples.requestId(), command, false, false, 0);
        for (byte filler : new byte[] {0, 7}) {
            var grown = new ByteArrayOutputStream();
            grow(0, FRAME, filler, grown);
            grown.write(buffer.byteArray(), FRAME, ID);
            grow(FRAME + ID, encoder.length(), filler, grown);
            Request read = new FrameDecoder()
                    .wrap(wrap(grown), 0, grown.size())
                    .requests()
                    .getFirst();
            assertThat(read.command()).isEqualTo(command);
            assertThat(read.contentHash() == hash)
                    .as("fields that are not used leave the content hash as it was, others do not")
                    .isEqualTo(filler == 0);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowMayGrow(Class<?> type) {
        StateRecord row = (StateRecord) samples.of(type);
        int length = new StateCodec().encode(row, buffer, 0);
        var grown = new ByteArrayOutputStream();
        grow(0, length, (byte) 9, grown);
        assertThat(new StateCodec().decode(wrap(grown), 0, grown.size())).isEqualTo(row);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventMayGrow(Class<?> type) {
        Event event = (Event) samples.of(type);
        var answer = new Answer((Outcome) samples.any(Types.outcomes()), false);
        var encoder = new OutcomeEncoder().begin(buffer, 0, 1, 2);
        encoder.event(event);
        int eventEnd = encoder.length();
        encoder.answered(Request.of(BookId.FIRST, new ClientId(1), samples.requestId(), 1, samples.command()), answer);
        var grown = new ByteArrayOutputStream();
        grow(0, OutcomeEncoder.HEADER_LENGTH, (byte) 9, grown);
        grow(OutcomeEncoder.HEADER_LENGTH, eventEnd, (byte) 9, grown);
        for (int at = eventEnd; at < encoder.length(); at += HEADER + uint16(at)) {
            grow(at, at + HEADER + uint16(at), (byte) 9, grown);
        }
        var shown = new Shown();
        new OutcomeDecoder().read(wrap(grown), 0, grown.size(), shown);
        assertThat(shown.calls).contains(new Shown.Step(1, 2), new Shown.Happened(event));
        assertThat(shown.calls.getLast())
                .isInstanceOfSatisfying(
                        Shown.Answered.class, call -> assertThat(call.answer()).isEqualTo(answer));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aShorterCommandOfAnOlderWriterIsFollowedByZeros(Class<?> type) {
        for (int i = 0; i < 50; i++) {
            Command<?> command = (Command<?>) samples.of(type);
            var encoder = new FrameEncoder().begin(buffer, 0, 1, BookId.FIRST, new ClientId(1));
            long hash = encoder.add(samples.requestId(), command, false, false, 0);
            var shrunk = new ByteArrayOutputStream();
            shrunk.write(buffer.byteArray(), 0, FRAME + ID);
            shrink(FRAME + ID, encoder.length(), shrunk);
            Request read = new FrameDecoder()
                    .wrap(wrap(shrunk), 0, shrunk.size())
                    .requests()
                    .getFirst();
            assertThat(read.command()).isEqualTo(command);
            assertThat(read.contentHash()).isEqualTo(hash);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aShorterRowOfAnOlderWriterIsFollowedByZeros(Class<?> type) {
        for (int i = 0; i < 50; i++) {
            StateRecord row = (StateRecord) samples.of(type);
            int length = new StateCodec().encode(row, buffer, 0);
            var shrunk = new ByteArrayOutputStream();
            shrink(0, length, shrunk);
            assertThat(new StateCodec().decode(wrap(shrunk), 0, shrunk.size())).isEqualTo(row);
        }
    }

    /** Copies a message without the zeros at the end of its block. */
    private void shrink(int from, int to, ByteArrayOutputStream into) {
        int block = uint16(from);
        int rest = from + HEADER + block;
        int shorter = block;
        while (shorter > 0 && buffer.getByte(from + HEADER + shorter - 1) == 0) {
            shorter--;
        }
        putUint16(shorter, into);
        into.write(buffer.byteArray(), from + 2, HEADER - 2 + shorter);
        into.write(buffer.byteArray(), rest, to - rest);
    }

    /** Copies a message with three more bytes at the end of its block and of each entry of its group. */
    private void grow(int from, int to, byte filler, ByteArrayOutputStream into) {
        int block = uint16(from);
        putUint16(block + 3, into);
        into.write(buffer.byteArray(), from + 2, HEADER - 4);
        putUint16(1, into);
        append(from + HEADER, block, filler, into);
        int at = from + HEADER + block;
        if (at < to) {
            int entry = uint16(at);
            putUint16(entry + 3, into);
            into.write(buffer.byteArray(), at + 2, 2);
            for (int e = at + GROUP_HEADER; e < to; e += entry) {
                append(e, entry, filler, into);
            }
        }
    }

    private void append(int from, int length, byte filler, ByteArrayOutputStream into) {
        into.write(buffer.byteArray(), from, length);
        into.writeBytes(new byte[] {filler, filler, filler});
    }

    private static void putUint16(int number, ByteArrayOutputStream into) {
        into.write(number);
        into.write(number >>> 8);
    }

    private int uint16(int at) {
        return buffer.getShort(at, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }

    private static UnsafeBuffer wrap(ByteArrayOutputStream bytes) {
        return new UnsafeBuffer(bytes.toByteArray());
    }
}
