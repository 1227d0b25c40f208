package sekisho.server.linking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.formats.Digits;
import sekisho.formats.zengin.StatementText;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.entrance.Customer;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;

/** While a bank that is asked without a browser has not answered. Whatever the reason, a "no" comes when the time is over. */
@Controller
public final class WaitingPages {
    private static final int LONGEST_CODE = 60;

    private final Waiting waiting;
    private final Arrivals arrivals;
    private final Budgets budgets;

    WaitingPages(Waiting waiting, Arrivals arrivals, Budgets budgets) {
        this.waiting = waiting;
        this.arrivals = arrivals;
        this.budgets = budgets;
    }

    /**
     * What is waited for.
     *
     * @param way app, code or file
     * @param until when the bank answers at the latest
     * @param tries how many codes may still be entered
     */
    public record Model(
            String way, String bank, String path, int matchingNumber, Instant until, int tries, FormErrors errors) {}

    @GetMapping("/links/waiting/{reference}")
    @Nullable
    ModelAndView show(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            HttpServletResponse response,
            @PathVariable UUID reference,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        return switch (found(waiting.look(customer, http.getSession().getId(), reference))) {
            // Nothing has changed, so nothing is read out again.
            case Waiting.Shown.Still _
            when part != null -> {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                yield null;
            }
            case Waiting.Shown.Still still -> Page.of("linking/waiting", visit, model(visit, still, FormErrors.NONE));
            case Waiting.Shown.Over(var linked)
            when part != null -> {
                response.setHeader("HX-Redirect", arrivals.after(visit, customer, linked));
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                yield null;
            }
            case Waiting.Shown.Over(var linked) -> Redirect.to(arrivals.after(visit, customer, linked));
        };
    }

    @PostMapping("/links/waiting/{reference}/code")
    ModelAndView enter(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            @PathVariable UUID reference,
            @RequestParam String code) {
        String session = http.getSession().getId();
        String typed = Digits.plain(code.strip());
        if (typed.length() > LONGEST_CODE || StatementText.codeOf(typed).isEmpty()) {
            // No try at the bank is spent on what can be no code.
            return again(visit, customer, session, reference, visit.say("waiting.code.form"));
        }
        budgets.require(Purpose.CODE_TRIED, customer.person().value().toString());
        return switch (found(waiting.enter(customer, session, reference, typed))) {
            case Waiting.Shown.Still still ->
                Page.again(
                        "linking/waiting",
                        visit,
                        model(visit, still, FormErrors.of("code", visit.say("waiting.code.wrong"))));
            case Waiting.Shown.Over(var linked) -> Redirect.to(arrivals.after(visit, customer, linked));
        };
    }

    private ModelAndView again(Visit visit, Customer customer, String session, UUID reference, String why) {
        return switch (found(waiting.look(customer, session, reference))) {
            case Waiting.Shown.Still still ->
                Page.again("linking/waiting", visit, model(visit, still, FormErrors.of("code", why)));
            case Waiting.Shown.Over(var linked) -> Redirect.to(arrivals.after(visit, customer, linked));
        };
    }

    private static Waiting.Shown found(Optional<Waiting.Shown> shown) {
        return shown.orElseThrow(NotThere::new);
    }

    private static Model model(Visit visit, Waiting.Shown.Still still, FormErrors errors) {
        Attempt attempt = still.attempt();
        return new Model(
                Way.to(attempt.bank()).word(),
                Arrivals.name(visit, attempt.bank()),
                "/links/waiting/" + attempt.reference(),
                attempt.matchingNumber(),
                still.open().answersAt(),
                still.open().tries(),
                errors);
    }
}
