package sekisho.bank.description;

/**
 * How the bank tells the account's holder.
 *
 * @param proof whether the bank says that it arrived
 * @param contactChanges whether the bank says that what it holds to reach the holder changed in the last 30 days
 */
public record Telling(Channel channel, boolean proof, boolean contactChanges) {
    public Telling {
        if (channel == Channel.NONE && (proof || contactChanges)) {
            throw new IllegalArgumentException("who is told nothing has no proof and no contact");
        }
    }

    /** Where it goes: always to something that the bank holds, never to what a wallet says. */
    public enum Channel {
        NONE("none"),
        /** A line on the statement. */
        STATEMENT("statement"),
        MAIL("mail"),
        LETTER("letter"),
        /** A text message. */
        MESSAGE("sms"),
        APP("app");

        private final String word;

        Channel(String word) {
            this.word = word;
        }

        /** The word in descriptions. */
        public String word() {
            return word;
        }
    }
}
