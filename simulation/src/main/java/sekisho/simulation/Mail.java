package sekisho.simulation;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import sekisho.auditor.Answered;
import sekisho.auditor.Step;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.Request;
import sekisho.protocol.RequestKey;
import sekisho.protocol.StreamEntry;
import sekisho.wire.Answers;
import sekisho.wire.AnswersCodec;
import sekisho.wire.FrameDecoder;
import sekisho.wire.FrameEncoder;
import sekisho.wire.OutcomeDecoder;
import sekisho.wire.OutcomeEncoder;
import sekisho.wire.OutcomeVisitor;

/** Everything goes through bytes: requests in, outcomes and answers out; and must come out as it went in. */
final class Mail {

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1 << 16);
    private final FrameEncoder frames = new FrameEncoder();
    private final FrameDecoder frameReader = new FrameDecoder();
    private final OutcomeEncoder outcomes = new OutcomeEncoder();
    private final OutcomeDecoder outcomeReader = new OutcomeDecoder();
    private final AnswersCodec answers = new AnswersCodec();

    /** A message as a frame of the log. */
    DirectBuffer write(Message message) {
        switch (message) {
            case Message.WithIds ids -> {
                frames.begin(buffer, 0, 7, ids.book(), ids.client());
                for (Message.Asked asked : ids.asked()) {
                    frames.add(
                            asked.id(),
                            asked.command(),
                            asked.linked(),
                            asked.dryRun(),
                            asked.effectiveAt(),
                            asked.behind());
                }
            }
            case Message.OfStream entries -> {
                frames.beginStream(buffer, 0, 7, entries.book(), entries.client(), entries.first());
                for (Message.Entry entry : entries.entries()) {
                    frames.addNext(entry.command(), entry.effectiveAt());
                }
            }
        }
        return bytes(frames.length());
    }

    /** The requests of a frame. */
    List<Request> read(DirectBuffer frame) {
        return frameReader.wrap(frame, 0, frame.capacity()).requests();
    }

    /** A request is what was asked for. */
    static void check(Message message, List<Request> requests) {
        boolean same = requests.size() == message.size();
        StreamEntry entry = message instanceof Message.OfStream entries ? entries.first() : null;
        for (int i = 0; same && i < requests.size(); i++) {
            Request request = requests.get(i);
            same = request.book().equals(message.book()) && request.client().equals(message.client());
            switch (message) {
                case Message.WithIds ids -> {
                    Message.Asked asked = ids.asked().get(i);
                    same &= asked.equals(new Message.Asked(
                            asked.id(),
                            request.command(),
                            request.linked(),
                            request.dryRun(),
                            request.effectiveAt(),
                            request.proof().assertions()));
                    same &= request.key().equals(asked.id());
                }
                case Message.OfStream entries -> {
                    same &= entries.entries()
                            .get(i)
                            .equals(new Message.Entry(request.command(), request.effectiveAt()));
                    same &= request.key().equals(entry);
                    entry = entry == null ? null : entry.next(request.contentHash());
                }
            }
        }
        if (!same) {
            throw new Violation("requests change on the wire: " + message + " came as " + requests);
        }
    }

    /** A step's outcomes as a record of the outcome log. */
    DirectBuffer write(Step step, long position, long now) {
        outcomes.begin(buffer, 0, position, now);
        if (!step.timePassed().isEmpty()) {
            step.timePassed().forEach(outcomes::event);
            outcomes.timePassed();
        }
        for (Answered answered : step.answers()) {
            answered.events().forEach(outcomes::event);
            outcomes.answered(answered.request(), answered.answer());
        }
        return bytes(outcomes.length());
    }

    /** The record says what the step brought about. */
    void check(Step step, long position, long now, DirectBuffer record) {
        Said expected = new Said();
        expected.step(position, now);
        if (!step.timePassed().isEmpty()) {
            step.timePassed().forEach(expected::event);
            expected.timePassed();
        }
        for (Answered answered : step.answers()) {
            answered.events().forEach(expected::event);
            Request request = answered.request();
            RequestKey key = request.key() instanceof StreamEntry entry
                    ? new StreamEntry(entry.stream(), entry.sequence(), 0)
                    : request.key();
            expected.answered(request.book(), request.client(), key, answered.answer());
        }
        Said said = new Said();
        outcomeReader.read(record, 0, record.capacity(), said);
        if (!said.words.equals(expected.words)) {
            throw new Violation("outcomes change on the wire: " + expected.words + " came as " + said.words);
        }
        if (!step.answers().isEmpty()) {
            checkAnswers(step, position, now);
        }
    }

    private void checkAnswers(Step step, long position, long now) {
        List<Answer> given = step.answers().stream().map(Answered::answer).toList();
        Answers sent = new Answers(7, position, now, given);
        int length = answers.encode(sent, buffer, 0);
        if (!answers.decode(buffer, 0, length).equals(sent)) {
            throw new Violation("answers change on the wire: " + sent);
        }
    }

    private DirectBuffer bytes(int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        return new UnsafeBuffer(bytes);
    }

    /** What a reader of the outcome log is shown. */
    private static final class Said implements OutcomeVisitor {

        private final List<Object> words = new ArrayList<>();

        @Override
        public void step(long position, long stamp) {
            words.add(List.of(position, stamp));
        }

        @Override
        public void event(Event event) {
            words.add(event);
        }

        @Override
        public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {
            words.add(List.of(book, client, key, answer));
        }

        @Override
        public void timePassed() {
            words.add("time passed");
        }
    }
}
