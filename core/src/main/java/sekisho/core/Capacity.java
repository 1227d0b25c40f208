package sekisho.core;

/**
 * How many rows each table may have. Part of the engine's behaviour: all engines that read one log use the same.
 *
 * @param holders wallets and merchants together, closed ones too
 * @param holds operators' holds
 * @param payments that can still change
 * @param instructions to banks, ended ones while they are remembered
 * @param links closed ones while they are remembered
 * @param streams ordered streams, for ever
 * @param reversals operations taken back, for ever
 */
public record Capacity(
        long holders, long holds, long payments, long instructions, long links, long streams, long reversals) {

    private static final long LARGE = 1L << 26;
    private static final long SMALL = 1L << 20;

    /** What every installation uses. */
    public static final Capacity STANDARD = new Capacity(LARGE, LARGE, LARGE, LARGE, LARGE, SMALL, SMALL);

    public Capacity {
        if (holders < 1 || holds < 1 || payments < 1 || instructions < 1 || links < 1 || streams < 1 || reversals < 1) {
            throw new IllegalArgumentException("every table holds at least one row");
        }
    }
}
