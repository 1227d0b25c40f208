package sekisho.gateway;

import sekisho.protocol.Answer;

/** What became of a request that was handed to the gateway. */
public sealed interface Submission {

    /**
     * The engine answered.
     *
     * @param position of the step in the log: what it changed is in the outcomes of this position
     */
    record Answered(Answer answer, long position) implements Submission {}

    /** It surely did not reach the log: nothing was done, and nothing will be. */
    record NotSent(Why why) implements Submission {}

    /**
     * Nobody knows. Ask again with the same id: the answer is then the same as if it had been heard at once. Time alone
     * never makes this a failure.
     */
    record Unconfirmed() implements Submission {}

    /** Why a request was not sent. */
    enum Why {
        /** As many requests are waiting as may. */
        BUSY,
        /** The node's disk is nearly full. */
        LOW_DISK,
        /** No node accepted it before the deadline. */
        NO_LEADER,
        /** This gateway is closed. */
        CLOSED
    }
}
