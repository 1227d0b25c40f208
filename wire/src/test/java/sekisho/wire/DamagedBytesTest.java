package sekisho.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.Outcome;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord;
import sekisho.protocol.StreamEntry;

/** Whatever the bytes are, a decoder gives what they say or a {@link MalformedFrame}. */
final class DamagedBytesTest {
    private static final long SEED = 77;
    private static final int ROUNDS = 400;
    private static final int DAMAGES = 60;

    private final Samples samples = new Samples(SEED);
    private final Random random = samples.random();
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

    /** Reads bytes to their end. */
    private interface Reader {
        void read(UnsafeBuffer bytes);
    }

    @Test
    void aDamagedFrameIsRefused() {
        var decoder = new FrameDecoder();
        damage(this::frame, bytes -> {
            List<Request> requests = decoder.wrap(bytes, 0, bytes.capacity()).requests();
            assertThat(requests).hasSizeBetween(1, FrameEncoder.MAX_REQUESTS);
        });
    }

    @Test
    void aDamagedOutcomeRecordIsRefused() {
        var decoder = new OutcomeDecoder();
        damage(this::outcomes, bytes -> decoder.read(bytes, 0, bytes.capacity(), new Shown()));
    }

    @Test
    void damagedAnswersAreRefused() {
        var codec = new AnswersCodec();
        damage(this::answers, bytes -> codec.decode(bytes, 0, bytes.capacity()));
    }

    @Test
    void aDamagedRowIsRefused() {
        var codec = new StateCodec();
        damage(this::row, bytes -> codec.decode(bytes, 0, bytes.capacity()));
    }

    @Test
    void aFrameThatWasRefusedLeavesNoRequests() {
        var decoder = new FrameDecoder();
        int length = frame();
        decoder.wrap(buffer, 0, length);
        assertThatThrownBy(() -> decoder.wrap(buffer, 0, length - 1)).isInstanceOf(MalformedFrame.class);
        assertThat(decoder.requests()).isEmpty();
        assertThat(decoder.correlation()).isZero();
    }

    @Test
    void bytesOutsideTheBufferAreRefused() {
        var bytes = new UnsafeBuffer(new byte[100]);
        for (int[] place : new int[][] {{-1, 10}, {0, 101}, {90, 11}, {10, -1}, {101, 0}, {Integer.MAX_VALUE, 5}}) {
            assertThatThrownBy(() -> new FrameDecoder().wrap(bytes, place[0], place[1]))
                    .isInstanceOf(MalformedFrame.class);
            assertThatThrownBy(() -> new OutcomeDecoder().read(bytes, place[0], place[1], new Shown()))
                    .isInstanceOf(MalformedFrame.class);
            assertThatThrownBy(() -> new AnswersCodec().decode(bytes, place[0], place[1]))
                    .isInstanceOf(MalformedFrame.class);
            assertThatThrownBy(() -> new StateCodec().decode(bytes, place[0], place[1]))
                    .isInstanceOf(MalformedFrame.class);
        }
    }

    @Test
    void aFaultIsNamedWithItsPlace() {
        var encoder = new FrameEncoder().begin(buffer, 5, 1, BookId.FIRST, new ClientId(1));
        encoder.add(samples.requestId(), samples.command(), false, false, 0);
        int second = 5 + encoder.length();
        encoder.add(samples.requestId(), samples.command(), false, false, 0);
        buffer.putShort(second + 16 + 2, (short) 99);
        assertThatThrownBy(() -> new FrameDecoder().wrap(buffer, 5, encoder.length()))
                .isInstanceOfSatisfying(
                        MalformedFrame.class,
                        fault -> assertThat(fault.offset()).isEqualTo(second + 16))
                .hasMessage("no message of this kind is known here");
        buffer.putLong(second, 0);
        buffer.putLong(second + 8, 0);
        assertThatThrownBy(() -> new FrameDecoder().wrap(buffer, 5, encoder.length()))
                .isInstanceOfSatisfying(
                        MalformedFrame.class,
                        fault -> assertThat(fault.offset()).isEqualTo(second))
                .hasMessage("a field has a value that it may not have");
    }

    private void damage(IntSupplier writer, Reader reader) {
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int length = writer.getAsInt();
            byte[] whole = Arrays.copyOf(buffer.byteArray(), length);
            reader.read(new UnsafeBuffer(whole));
            for (int i = 0; i < DAMAGES; i++) {
                byte[] damaged = damaged(whole);
                try {
                    reader.read(new UnsafeBuffer(damaged));
                } catch (MalformedFrame expected) {
                    refused++;
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + SEED + ", round " + round + ", damage " + i, e);
                }
            }
        }
        assertThat(refused).isGreaterThan(ROUNDS * DAMAGES / 4);
    }

    /** Flips bits, cuts, appends, moves bytes, sets extremes, or makes all of it up. */
    private byte[] damaged(byte[] whole) {
        byte[] bytes = whole.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(8)) {
            case 0 -> bytes = Arrays.copyOf(bytes, at);
            case 1 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(40));
            case 2 -> random.nextBytes(bytes);
            case 3 -> System.arraycopy(bytes, at, bytes, at / 2, bytes.length - at);
            case 4 -> bytes[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
            case 5 -> bytes[at]++;
            default -> {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return bytes;
    }

    private int frame() {
        var encoder = new FrameEncoder();
        boolean stream = random.nextInt(3) == 0;
        if (stream) {
            encoder.beginStream(buffer, 0, 1, BookId.FIRST, new ClientId(1), new StreamEntry(1, 1, 0));
        } else {
            encoder.begin(buffer, 0, 1, BookId.FIRST, new ClientId(1));
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            long effectiveAt = samples.coin() ? 0 : samples.number();
            if (stream) {
                encoder.addNext(samples.command(), effectiveAt);
            } else {
                encoder.add(samples.requestId(), samples.command(), samples.coin(), samples.coin(), effectiveAt);
            }
        }
        return encoder.length();
    }

    private int outcomes() {
        var encoder = new OutcomeEncoder().begin(buffer, 0, 1, 2);
        for (int i = random.nextInt(3); i >= 0; i--) {
            for (int j = random.nextInt(4); j > 0; j--) {
                encoder.event((Event) samples.any(Types.events()));
            }
            var client = samples.of(ClientId.class);
            encoder.answered(Request.of(BookId.FIRST, client, samples.requestId(), 1, samples.command()), answer());
        }
        return encoder.length();
    }

    private int answers() {
        List<Answer> list = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            list.add(answer());
        }
        return new AnswersCodec().encode(new Answers(1, 2, 3, list), buffer, 0);
    }

    private int row() {
        return new StateCodec().encode((StateRecord) samples.any(Types.rows()), buffer, 0);
    }

    private Answer answer() {
        return new Answer((Outcome) samples.any(Types.outcomes()), samples.coin());
    }
}
