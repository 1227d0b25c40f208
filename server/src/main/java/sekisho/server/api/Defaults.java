package sekisho.server.api;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.Currency;
import sekisho.server.json.Code16;
import sekisho.server.json.Count;
import sekisho.server.json.Fee;

/** What a field means when it is left out. */
public final class Defaults {
    private Defaults() {}

    /** JPY. */
    public static Currency of(@Nullable Currency currency) {
        return currency == null ? Currency.JPY : currency;
    }

    /** 0. */
    public static int of(@Nullable Code16 code) {
        return code == null ? 0 : code.value();
    }

    /** 0. */
    public static long of(@Nullable Count count) {
        return count == null ? 0 : count.value();
    }

    /** No fee. */
    public static long of(@Nullable Fee fee) {
        return fee == null ? 0 : fee.minorUnits();
    }

    /** False. */
    public static boolean of(@Nullable Boolean flag) {
        return flag != null && flag;
    }
}
