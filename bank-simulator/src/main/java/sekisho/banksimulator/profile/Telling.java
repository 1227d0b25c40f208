package sekisho.banksimulator.profile;

/**
 * How a bank tells the holder of an account what was done with it.
 *
 * @param channel none, letter, mail, sms or app
 * @param proof whether it knows that it arrived
 * @param contactChanges whether it says that what it holds to reach the holder changed in the last 30 days
 */
public record Telling(String channel, boolean proof, boolean contactChanges) {
    public Telling {
        if (!channel.matches("none|letter|mail|sms|app")) {
            throw new IllegalArgumentException("tells: none, letter, mail, sms or app");
        }
        if (channel.equals("none") && (proof || contactChanges)) {
            throw new IllegalArgumentException("who is told nothing has no proof and no contact");
        }
    }

    /** Whether anything is sent. */
    public boolean tells() {
        return !channel.equals("none");
    }
}
