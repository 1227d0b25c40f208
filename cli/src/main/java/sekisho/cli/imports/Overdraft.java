package sekisho.cli.imports;

import java.util.Locale;

/** How far wallets may go below zero. */
public enum Overdraft {
    /** Not at all. */
    NONE,
    /** As far as the file shows each one to have gone, and {@link #ROUNDING} further. */
    FILE;

    /**
     * 0.25, in minor units. The file's balances are sums of unrounded amounts while its amounts are rounded, so that a wallet
     * here may drift a few hundredths from its printed balance.
     */
    static final long ROUNDING = 25;

    /** What the command line calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A wallet's floor, minor units. */
    long floor(long lowestPrinted) {
        return switch (this) {
            case NONE -> 0;
            case FILE -> Math.min(0, lowestPrinted) - ROUNDING;
        };
    }
}
