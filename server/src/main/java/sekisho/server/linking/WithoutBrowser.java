package sekisho.server.linking;

import java.time.Instant;
import sekisho.bank.backchannel.NamedAccount;
import sekisho.protocol.OperationId;

/** Asks banks without a browser: their app, a code on the statement, a file ({@code docs/bank-backchannel.md}). Any thread. */
interface WithoutBrowser {

    /**
     * Who is to be asked.
     *
     * @param holder the account's name in kana; empty where the bank's rail has none
     */
    record Named(NamedAccount account, String holder) {
        /** Without personal data. */
        @Override
        public String toString() {
            return "Named[…]";
        }
    }

    /** What became of asking. */
    sealed interface Asked {

        /**
         * The bank has taken it, whether there is such an account or not.
         *
         * @param signed what was signed; its form leads nowhere
         * @param open what to ask about from now on
         */
        record Taken(BankRedirect.Signed signed, Open open) implements Asked {}

        /** The bank does not answer, or does not take it; the log says why. */
        record NotNow() implements Asked {}
    }

    /**
     * A request that waits at a bank.
     *
     * @param id the bank's name for it
     * @param answersAt when the bank answers at the latest
     * @param tries how many codes may still be entered; 0 where there is no code
     */
    record Open(String id, Instant answersAt, int tries) {}

    /** Where a request stands. */
    sealed interface Now {

        /** It is not answered. */
        record Waiting(int tries) implements Now {}

        /** The bank has answered; this is what came. */
        record Ended(BankRedirect.Back back) implements Now {}

        /** The bank does not answer now. */
        record Unknown() implements Now {}
    }

    /** What became of having a code put on the statement of an account that was linked. */
    sealed interface Noticed {

        /** The bank says that it is on its way. */
        record Sent(Open open) implements Noticed {}

        /** The bank does not answer, or does not do it; the log says why. */
        record NotNow() implements Noticed {}
    }

    /** What became of a code for a notice. */
    sealed interface Took {

        /** It was wrong. */
        record Waiting(int tries) implements Took {}

        /** It was right, or the last try; the bank's list of statements says which. */
        record Over() implements Took {}

        /** The bank does not answer now. */
        record Unknown() implements Took {}
    }

    /** Has a bank, whatever its rail, put a code on the statement of an account that was linked. */
    Noticed notice(SupportedBank bank, OperationId link);

    /** Hands over a code for that. */
    Took enterNotice(SupportedBank bank, Open open, String code);

    /** Asks a bank of such a rail. */
    Asked ask(SupportedBank bank, BankRedirect.Asking asking, Named named);

    /** Asks where a request stands, for a browser with this binding. */
    Now look(Attempt attempt, Open open, String bindingNow);

    /** Hands over a code that somebody read on a statement, for a browser with this binding. */
    Now enter(Attempt attempt, Open open, String code, String bindingNow);
}
