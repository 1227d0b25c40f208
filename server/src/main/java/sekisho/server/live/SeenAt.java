package sekisho.server.live;

/**
 * When a browser saw something last: its page, or what the stream said.
 *
 * @param millis since 1970; negative: it does not say
 */
public record SeenAt(long millis) {

    /** What the page's address says, or the newer id that the browser says when it comes again. */
    public static SeenAt of(long page, long lastEvent) {
        return new SeenAt(Math.max(page, lastEvent));
    }

    boolean known() {
        return millis >= 0;
    }
}
