package sekisho.bank.description;

/**
 * What a bank's links may move, in yen.
 *
 * @param once most of one top-up
 * @param in24Hours most of one link's top-ups
 * @param in30Days most of one link's top-ups
 * @param newLinksIn24Hours the daily exposure: most of all top-ups together through links younger than 30 days
 */
public record Bounds(long once, long in24Hours, long in30Days, long newLinksIn24Hours) {
    /** 1,000,000,000,000 yen. */
    static final long MOST = 1_000_000_000_000L;

    public Bounds {
        if (once < 0 || once > in24Hours || in24Hours > in30Days || in30Days > MOST) {
            throw new IllegalArgumentException("0 ≤ once ≤ 24 hours ≤ 30 days ≤ " + MOST);
        }
        if (newLinksIn24Hours < 0 || newLinksIn24Hours > MOST) {
            throw new IllegalArgumentException("new links: 0 to " + MOST);
        }
    }
}
