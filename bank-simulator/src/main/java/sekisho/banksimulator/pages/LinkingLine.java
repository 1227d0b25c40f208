package sekisho.banksimulator.pages;

/**
 * A wallet that was linked to an account, as its holder sees it.
 *
 * @param state what the holder said of it, or that the mandate has ended; empty: they are asked
 * @param confirms whether the holder may say yes here and now
 * @param objects whether the holder may say no
 * @param hint why they may not say yes; empty: they may
 */
public record LinkingLine(
        String id, String operator, String since, String state, boolean confirms, boolean objects, String hint) {}
