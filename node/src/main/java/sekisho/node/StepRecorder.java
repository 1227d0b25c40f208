package sekisho.node;

import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import sekisho.core.Core;
import sekisho.core.Sink;
import sekisho.protocol.Answer;
import sekisho.protocol.Event;
import sekisho.protocol.Request;
import sekisho.wire.AnswersCodec;
import sekisho.wire.OutcomeEncoder;

/**
 * Listens to one step of the engine, and writes down what it did: the record for the outcome log, and, if somebody is
 * there to be answered, the answers. Owner: the engine's thread.
 */
final class StepRecorder implements Sink {
    private final Core core;
    private final OutcomeEncoder outcomes = new OutcomeEncoder();
    private final AnswersCodec answers = new AnswersCodec();
    private final ExpandableArrayBuffer outcomeBytes = new ExpandableArrayBuffer(256 * 1024);
    private final ExpandableArrayBuffer answerBytes = new ExpandableArrayBuffer(AnswersCodec.MAX_LENGTH);
    private long position;
    private long correlation;
    private boolean answering;
    private boolean anything;
    private boolean answered;

    StepRecorder(Core core) {
        this.core = core;
    }

    /** A tick, or a frame that nobody waits for. */
    void begin(long stepPosition) {
        position = stepPosition;
        answering = false;
        anything = false;
        answered = false;
    }

    /** A frame whose sender wants its answers. */
    void begin(long stepPosition, long frameCorrelation) {
        begin(stepPosition);
        correlation = frameCorrelation;
        answering = true;
    }

    @Override
    public void event(Event event) {
        beginRecord();
        outcomes.event(event);
    }

    @Override
    public void answered(Request request, Answer answer) {
        beginRecord();
        if (request.dryRun()) {
            outcomes.tried();
        }
        outcomes.answered(request, answer);
        if (answering) {
            if (!answered) {
                answers.begin(answerBytes, 0, correlation, position, core.now());
                answered = true;
            }
            answers.add(answer);
        }
    }

    @Override
    public void timePassed() {
        beginRecord();
        outcomes.timePassed();
    }

    /** The step is done; whether it did anything at all. */
    boolean end() {
        if (anything) {
            outcomes.stamp(core.now());
        }
        if (answered) {
            answers.stamp(core.now());
        }
        return anything;
    }

    DirectBuffer outcome() {
        return outcomeBytes;
    }

    int outcomeLength() {
        return outcomes.length();
    }

    /** Whether there are answers to be sent. */
    boolean hasAnswers() {
        return answered;
    }

    DirectBuffer answers() {
        return answerBytes;
    }

    /** Ends the answers; their length in bytes. */
    int answersLength() {
        return answers.end();
    }

    private void beginRecord() {
        if (!anything) {
            outcomes.begin(outcomeBytes, 0, position, core.now());
            anything = true;
        }
    }
}
