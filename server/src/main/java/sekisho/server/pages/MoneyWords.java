package sekisho.server.pages;

import java.util.Locale;

/** Yen in words: the same in both languages, but for the axes of charts. */
public final class MoneyWords {
    private static final int MAN = 10_000;
    private static final int THOUSAND = 1_000;

    private MoneyWords() {}

    /** ¥12,345; −¥780 below 0, with a true minus. */
    public static String yen(long amount) {
        return (amount < 0 ? "−¥" : "¥") + String.format(Locale.ROOT, "%,d", Math.abs(amount));
    }

    /** +¥5,000 or −¥780. */
    public static String signed(long amount) {
        return amount > 0 ? "+" + yen(amount) : yen(amount);
    }

    /** 3.5万 or 35k: short, for axes. */
    public static String axis(long amount, Language language) {
        return switch (language) {
            case JA -> amount < MAN ? String.format(Locale.ROOT, "%,d", amount) : tenths(amount, MAN) + "万";
            case EN -> amount < THOUSAND ? Long.toString(amount) : tenths(amount, THOUSAND) + "k";
        };
    }

    private static String tenths(long amount, int unit) {
        long tenths = Math.round(amount * 10.0 / unit);
        return tenths % 10 == 0 || tenths >= 100
                ? Long.toString(Math.round(tenths / 10.0))
                : tenths / 10 + "." + tenths % 10;
    }
}
