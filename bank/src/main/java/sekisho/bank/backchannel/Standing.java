package sekisho.bank.backchannel;

import sekisho.bank.redirect.Reading;

/** Where a request stands. */
public sealed interface Standing {

    /**
     * It is not answered.
     *
     * @param tries how many codes may still be entered; 0 where there is no code
     */
    record Waiting(int tries) implements Standing {}

    /** The bank was asked too soon: wait for the interval. */
    record TooSoon() implements Standing {}

    /** It is answered, and the answer was held to the request. */
    record Answered(Reading reading) implements Standing {}

    /** The bank does not know it any more, and will never answer it. */
    record Gone() implements Standing {}
}
