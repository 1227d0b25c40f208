package sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.core.Checkpoint.ACCOUNT;
import static sekisho.core.Checkpoint.AIKO;
import static sekisho.core.Checkpoint.BEN;
import static sekisho.core.Checkpoint.DAY;
import static sekisho.core.Checkpoint.STRONG;
import static sekisho.core.Checkpoint.VERIFIED;
import static sekisho.core.Checkpoint.WEAK;
import static sekisho.core.Checkpoint.yen;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import sekisho.protocol.Currency;
import sekisho.protocol.Limit;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.TransferCommand;

/** Limits in sliding windows hold across midnight and the end of a month in Japan; those of the calendar begin anew there. */
final class MidnightTest {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Checkpoint it = Checkpoint.verified();

    /** Time passes to a moment in Japan; the day that it is in has begun. */
    private void itIs(String moment) {
        LocalDateTime local = LocalDateTime.parse(moment);
        it.pass(local.atZone(JAPAN).toInstant().toEpochMilli() - it.now);
        int day = local.getYear() * 10_000 + local.getMonthValue() * 100 + local.getDayOfMonth();
        if (it.core.day() < day) {
            assertThat(it.say(new SettingsCommand.StartDay(day)).accepted()).isTrue();
        }
    }

    private Outcome send(long amount) {
        return it.say(new TransferCommand.Send(AIKO, BEN, yen(amount), false, 0));
    }

    @Test
    void theLadderKnowsNoMidnight() {
        OperationId link = it.active(AIKO, WEAK, ACCOUNT);
        itIs("2026-09-30T23:50:00");
        assertThat(it.topUp(AIKO, link, 10_000).accepted()).isTrue();
        assertThat(it.topUp(AIKO, link, 1)).isEqualTo(new Refused(Refusal.OVER_LADDER_ACCOUNT, 0));
        itIs("2026-10-01T00:00:00");
        assertThat(it.topUp(AIKO, link, 1)).as("another day").isEqualTo(new Refused(Refusal.OVER_LADDER_ACCOUNT, 0));
        itIs("2026-10-01T23:59:59");
        assertThat(it.topUp(AIKO, link, 1))
                .as("24 hours, less the grain")
                .isEqualTo(new Refused(Refusal.OVER_LADDER_ACCOUNT, 0));
        itIs("2026-10-02T00:00:00");
        assertThat(it.topUp(AIKO, link, 10_000).accepted()).isTrue();
    }

    @Test
    void theLadderKnowsNoMonth() {
        OperationId link = it.active(AIKO, WEAK, ACCOUNT);
        for (String moment : new String[] {"2026-09-28T21:00:00", "2026-09-29T21:30:00", "2026-09-30T22:00:00"}) {
            itIs(moment);
            assertThat(it.topUp(AIKO, link, 10_000).accepted()).as(moment).isTrue();
        }
        itIs("2026-10-01T22:30:00");
        assertThat(it.topUp(AIKO, link, 1)).as("another month").isEqualTo(new Refused(Refusal.OVER_LADDER_ACCOUNT, 0));
        itIs("2026-10-28T21:14:59");
        assertThat(it.topUp(AIKO, link, 1)).isEqualTo(new Refused(Refusal.OVER_LADDER_ACCOUNT, 0));
        itIs("2026-10-28T21:15:00");
        assertThat(it.topUp(AIKO, link, 10_000).accepted())
                .as("30 days and the grain")
                .isTrue();
        assertThat(it.topUp(AIKO, link, 1)).isEqualTo(new Refused(Refusal.OVER_LADDER_ACCOUNT, 0));
    }

    @Test
    void aTiersSlidingWindowsHoldWhereItsCalendarBeginsAnew() {
        it.topUp(AIKO, it.active(AIKO, STRONG, ACCOUNT), 90_000);
        it.pass(4 * DAY);
        itIs("2026-09-30T23:50:00");
        it.approved(new SettingsCommand.SetLimit(
                VERIFIED, Currency.JPY, Operation.SEND, new Limit(Limit.NONE, 10_000, 15_000, 10_000, 15_000)));
        assertThat(send(10_000).accepted()).isTrue();
        assertThat(send(1)).isEqualTo(new Refused(Refusal.OVER_LIMIT_24_HOURS, 0));
        itIs("2026-10-01T00:01:00");
        assertThat(send(1)).as("a new day, the same 24 hours").isEqualTo(new Refused(Refusal.OVER_LIMIT_24_HOURS, 0));
        itIs("2026-10-02T00:01:00");
        assertThat(send(5_001))
                .as("a new month, the same 30 days")
                .isEqualTo(new Refused(Refusal.OVER_LIMIT_30_DAYS, 5_000));
        assertThat(send(5_000).accepted()).isTrue();
        itIs("2026-10-31T00:01:00");
        assertThat(send(10_000).accepted())
                .as("the first has left both windows")
                .isTrue();
        assertThat(send(1)).isEqualTo(new Refused(Refusal.OVER_LIMIT_24_HOURS, 0));
    }
}
