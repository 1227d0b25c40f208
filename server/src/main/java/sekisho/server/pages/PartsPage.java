package sekisho.server.pages;

import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.ServerSettings;

/** Every part that pages are made of, side by side: for who builds pages, in the demo world only. */
@Controller
public final class PartsPage {
    private final boolean shown;

    PartsPage(ServerSettings settings, Environment environment) {
        this.shown = environment.getProperty("sekisho.parts-page", Boolean.class, settings.demo());
    }

    /**
     * What the page shows.
     *
     * @param bars a chart
     * @param errors of a field named {@code bad}
     */
    public record Model(Bars bars, FormErrors errors) {}

    @GetMapping("/parts")
    ModelAndView show(Visit visit) {
        if (!shown) {
            throw new NotThere();
        }
        var month = visit.times().yearMonth(visit.now());
        var bars = Bars.of(List.of(
                new Bars.Value(visit.times().shortMonth(month.minusMonths(2)), 28_000),
                new Bars.Value(visit.times().shortMonth(month.minusMonths(1)), 42_000),
                new Bars.Value(visit.times().shortMonth(month), 24_180)));
        return Page.of("parts-page", visit, new Model(bars, FormErrors.of("bad", visit.say("amount.bad"))));
    }
}
