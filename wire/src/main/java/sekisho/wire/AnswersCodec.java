package sekisho.wire;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import sekisho.protocol.Answer;
import sekisho.wire.sbe.CompactOutcomeDecoder;
import sekisho.wire.sbe.FrameAnswersDecoder;
import sekisho.wire.sbe.FrameAnswersEncoder;
import sekisho.wire.sbe.GroupSizeEncodingEncoder;
import sekisho.wire.sbe.MessageHeaderEncoder;

/**
 * The answers of one frame and their bytes: whole with {@link #encode}, or one at a time, without allocation, with
 * {@link #begin}, {@link #add} and {@link #end}. Reusable; belongs to one thread.
 */
public final class AnswersCodec {
    /** Most bytes of the answers of one frame. */
    public static final int MAX_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH
            + FrameAnswersEncoder.BLOCK_LENGTH
            + GroupSizeEncodingEncoder.ENCODED_LENGTH
            + FrameEncoder.MAX_REQUESTS * CompactOutcomeDecoder.ENCODED_LENGTH;

    private final Destination to = new Destination();
    private final Message message = new Message();
    private final FrameAnswersEncoder encoder = new FrameAnswersEncoder();
    private final FrameAnswersDecoder decoder = new FrameAnswersDecoder();
    // Until something is begun there is room for no answer at all.
    private FrameAnswersEncoder.AnswersEncoder group =
            encoder.wrap(new ExpandableArrayBuffer(), 0).answersCount(0);

    /** Begins the answers of a frame; {@link #add} is to follow for each request, then {@link #end}. */
    public AnswersCodec begin(MutableDirectBuffer buffer, int offset, long correlation, long position, long stamp) {
        var header = to.at(buffer, offset).begin(encoder);
        header.correlation(correlation).position(position).stamp(stamp);
        group = header.answersCount(FrameEncoder.MAX_REQUESTS);
        return this;
    }

    /** Adds the answer of the frame's next request. */
    public void add(Answer answer) {
        Fields.put(group.next().outcome(), answer);
    }

    /** Says the engine's time (ms) again, when it changed within the step. */
    public void stamp(long stamp) {
        encoder.stamp(stamp);
    }

    /** Ends the answers, of which there is at least one, and says how many bytes they take from their offset. */
    public int end() {
        group.resetCountToIndex();
        return to.end(encoder);
    }

    /** Writes the answers of a frame, and says how many bytes they take. */
    public int encode(Answers answers, MutableDirectBuffer buffer, int offset) {
        begin(buffer, offset, answers.correlation(), answers.position(), answers.stamp());
        answers.answers().forEach(this::add);
        return end();
    }

    /**
     * Reads the answers of a frame.
     *
     * @throws MalformedFrame if the bytes are not exactly that
     */
    public Answers decode(DirectBuffer buffer, int offset, int length) {
        Bounds.check(buffer, offset, length);
        message.wrap(buffer, offset, offset + length);
        if (message.template() != FrameAnswersDecoder.TEMPLATE_ID) {
            throw message.unknownTemplate();
        }
        var d = message.body(decoder);
        List<Answer> answers =
                new ArrayList<>(message.group(CompactOutcomeDecoder.ENCODED_LENGTH, FrameEncoder.MAX_REQUESTS));
        if (message.end() != offset + length) {
            throw message.malformed("bytes are left over behind the answers");
        }
        try {
            for (var entry : d.answers()) {
                answers.add(Fields.answer(entry.outcome()));
            }
            return new Answers(d.correlation(), d.position(), d.stamp(), answers);
        } catch (IllegalArgumentException e) {
            throw message.refused(e);
        }
    }
}
