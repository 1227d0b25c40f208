package sekisho.server.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import sekisho.server.history.PaymentState;
import sekisho.server.history.Takings;
import sekisho.server.pages.Visit;

/** What a shop took on a day of its zone. Any thread. */
public final class DayList {
    private static final int MOST = 200;

    private final Takings takings;

    DayList(Takings takings) {
        this.takings = takings;
    }

    Takings.Sums sums(Visit visit, Shop shop, LocalDate day) {
        return takings.sums(shop.yen(), begin(visit, day), begin(visit, day.plusDays(1)));
    }

    /** The last change first; at most 200. */
    List<Taking> list(Visit visit, Shop shop, LocalDate day) {
        return list(visit, shop, day, MOST);
    }

    List<Taking> list(Visit visit, Shop shop, LocalDate day, int most) {
        return takings.payments(shop.yen(), begin(visit, day), begin(visit, day.plusDays(1)), most).stream()
                .map(state -> Taking.of(state, status(state)))
                .toList();
    }

    /** A word of the messages: {@code payment.<word>}. */
    public static String status(PaymentState state) {
        return switch (state.status()) {
            case AUTHORISED -> "held";
            case VOIDED -> "voided";
            case EXPIRED -> "expired";
            case CAPTURED -> state.refunded() == 0 ? "paid" : state.refundable() == 0 ? "refunded" : "part-refunded";
        };
    }

    private static Instant begin(Visit visit, LocalDate day) {
        return day.atStartOfDay(visit.zone()).toInstant();
    }
}
