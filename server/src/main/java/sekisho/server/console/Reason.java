package sekisho.server.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sekisho.server.pages.Visit;

/** Why staff do something. The engine keeps the code, for ever. */
public enum Reason {
    FRAUD_SUSPECTED(11, true),
    BANK_ASKED(12, true),
    OUTAGE(13, true),
    WRONG_ANSWERS(14, true),
    OTHER(19, true),
    HANDLED(21, true),
    DESCRIBED(22, true),
    WALLET_FRAUD(31, false),
    OWNER_ASKED(32, false),
    AUTHORITY(33, false),
    WALLET_OTHER(39, false);

    private final int code;
    private final boolean bank;

    Reason(int code, boolean bank) {
        this.code = code;
        this.bank = bank;
    }

    /** 16 bits. */
    int code() {
        return code;
    }

    /** The key of its words. */
    public String key() {
        return "console.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why a bank's switch is closed. */
    static List<Reason> ofClosing() {
        return Arrays.stream(values())
                .filter(reason -> reason.bank && reason != HANDLED && reason != DESCRIBED)
                .toList();
    }

    /** Why a wallet is frozen. */
    static List<Reason> ofFreezing() {
        return Arrays.stream(values()).filter(reason -> !reason.bank).toList();
    }

    static Optional<Reason> of(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(name))
                .findFirst();
    }

    /** What the engine's code means; others than staff set switches too. */
    static String words(Visit visit, int code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code == code)
                .findFirst()
                .map(reason -> visit.say(reason.key()))
                .orElseGet(() -> visit.say("console.reason.code", code));
    }
}
