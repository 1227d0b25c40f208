package sekisho.cli.imports;

import java.util.List;
import java.util.Queue;
import sekisho.gateway.FrameListener;
import sekisho.gateway.Submission;
import sekisho.protocol.Answer;
import sekisho.wire.Answers;

/**
 * What became of a frame of entries.
 *
 * @see Mailbox
 */
sealed interface Fate {

    /** The first entry of the frame, from 0. */
    int first();

    /** The engine answered, in the order of the entries. */
    record Answered(int first, List<Answer> answers) implements Fate {}

    /** It did not reach the log, or nobody knows: the entries have to be sent again, which does no harm. */
    record Lost(int first, String why) implements Fate {}

    /** Puts the fate of one frame into a queue, for the sender's thread to look at. */
    record Mailbox(int first, Queue<Fate> queue) implements FrameListener {
        @Override
        public void answered(Answers answers) {
            queue.add(new Answered(first, answers.answers()));
        }

        @Override
        public void notSent(Submission.Why why) {
            queue.add(new Lost(first, "not sent: " + why));
        }

        @Override
        public void unconfirmed() {
            queue.add(new Lost(first, "unconfirmed"));
        }
    }
}
