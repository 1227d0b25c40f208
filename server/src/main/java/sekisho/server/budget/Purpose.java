package sekisho.server.budget;

import java.time.Duration;
import java.util.Locale;

/** What has a budget: so many within a time. */
public enum Purpose {
    SIGN_UP(20, Duration.ofHours(1)),
    SIGN_IN(60, Duration.ofMinutes(10)),
    RECOVER(10, Duration.ofHours(1)),
    CODE_SENT(5, Duration.ofMinutes(15)),
    CODE_TRIED(10, Duration.ofMinutes(15)),
    CONTACT(20, Duration.ofHours(1)),
    CHALLENGE(30, Duration.ofMinutes(10)),
    IDENTITY(15, Duration.ofHours(1)),
    LOOK_UP(60, Duration.ofHours(1)),
    ASK_FOR_MONEY(20, Duration.ofHours(1)),
    LINK(10, Duration.ofHours(1)),
    PAY_CODE(60, Duration.ofMinutes(10)),
    OWN_CODE(60, Duration.ofMinutes(10)),
    TILL_CODE(30, Duration.ofMinutes(10)),
    BANK_NOTICE(600, Duration.ofMinutes(10)),
    STEP_UP(30, Duration.ofMinutes(10)),
    DOOR(20, Duration.ofHours(1)),
    DOOR_BANK(2_000, Duration.ofMinutes(15));

    private final int most;
    private final Duration within;

    Purpose(int most, Duration within) {
        this.most = most;
        this.within = within;
    }

    /** In settings. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int most() {
        return most;
    }

    Duration within() {
        return within;
    }
}
