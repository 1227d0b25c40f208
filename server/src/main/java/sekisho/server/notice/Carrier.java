package sekisho.server.notice;

/** A sender of letters of one channel. Any thread; it may take as long as its time-outs say. */
interface Carrier {

    /** {@link Letter#MAIL} or {@link Letter#TEXT}. */
    String channel();

    /**
     * Hands a letter over.
     *
     * @param address of the recipient, never to be logged, and neither is what the letter says
     */
    Carried carry(Letter letter, String address);
}
