package sekisho.wire;

import java.util.List;
import sekisho.protocol.Answer;

/**
 * What the sender of a frame is sent back.
 *
 * @param correlation the sender's number for the frame
 * @param position the step's place in the log
 * @param stamp the engine's time after the step (ms)
 * @param answers one for each request of the frame, in order; 1 to 1,024
 */
public record Answers(long correlation, long position, long stamp, List<Answer> answers) {
    public Answers {
        answers = List.copyOf(answers);
        if (answers.isEmpty() || answers.size() > FrameEncoder.MAX_REQUESTS) {
            throw new IllegalArgumentException("a frame has 1 to 1024 answers");
        }
    }
}
