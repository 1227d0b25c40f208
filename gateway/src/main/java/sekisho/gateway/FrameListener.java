package sekisho.gateway;

import sekisho.wire.Answers;

/**
 * Is told what became of a frame: exactly one of the three, once for each time the frame was accepted. Called by the
 * gateway's thread, which serves everybody: be quick, never wait.
 */
public interface FrameListener {

    /** The engine answered, in the order of the frame's requests. */
    void answered(Answers answers);

    /** It surely did not reach the log. */
    void notSent(Submission.Why why);

    /** Nobody knows. */
    void unconfirmed();
}
