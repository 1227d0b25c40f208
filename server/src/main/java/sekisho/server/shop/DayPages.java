package sekisho.server.shop;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.history.Takings;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Visit;

/** A day's payments, with totals. */
@Controller
public final class DayPages {
    private final DayList days;

    DayPages(DayList days) {
        this.days = days;
    }

    /**
     * What is shown.
     *
     * @param title the day in words
     * @param before the day before, in ISO's form
     * @param after the day after; empty: that is in the future
     */
    public record Model(
            Shopkeeper keeper, String title, String before, String after, Takings.Sums sums, List<Taking> payments) {}

    @GetMapping("/shop/day")
    ModelAndView show(Visit visit, Shopkeeper keeper, @RequestParam(defaultValue = "") String date) {
        LocalDate today = visit.times().date(visit.now());
        LocalDate day = date.isEmpty() ? today : parsed(date);
        if (day.isAfter(today) || day.getYear() < 2000) {
            throw new NotThere();
        }
        return Page.of(
                "shop/day",
                visit,
                new Model(
                        keeper,
                        visit.times().day(day.atTime(12, 0).atZone(visit.zone()).toInstant()),
                        day.minusDays(1).toString(),
                        day.equals(today) ? "" : day.plusDays(1).toString(),
                        days.sums(visit, keeper.shop(), day),
                        days.list(visit, keeper.shop(), day)));
    }

    private static LocalDate parsed(String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException none) {
            throw new NotThere();
        }
    }
}
