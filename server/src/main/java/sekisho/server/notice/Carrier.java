package sekisho.server.notice;

/** Takes letters to people. Without one they stay in the table, which the post box of the demo world shows. */
public interface Carrier {

    /**
     * Takes a letter; an exception leaves it for the next time.
     *
     * @param address of the recipient, never to be logged
     */
    void carry(Letter letter, String address);
}
