package sekisho.server.wallet.pay;

import gg.jte.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.entrance.Customer;
import sekisho.server.history.PaymentState;
import sekisho.server.history.Payments;
import sekisho.server.json.Forms;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Pictures;
import sekisho.server.pages.Visit;
import sekisho.server.shop.CustomerCodes;
import sekisho.server.shop.Shops;

/** The code that a customer shows at a till. The page renews it, and says what became of it. */
@Controller
public final class OwnCodePages {
    /** How often the page renews the code: while the old one is still good, so that nobody stands there with a dead one. */
    public static final Duration RENEWED = Duration.ofMinutes(2);

    private static final List<Long> MOST = List.of(3_000L, 10_000L, 30_000L, 100_000L);

    private final CustomerCodes codes;
    private final Payments payments;
    private final Shops shops;
    private final Budgets budgets;

    OwnCodePages(CustomerCodes codes, Payments payments, Shops shops, Budgets budgets) {
        this.codes = codes;
        this.payments = payments;
        this.shops = shops;
        this.budgets = budgets;
    }

    /**
     * What is shown. Exactly one of the two is there.
     *
     * @param since when the page was opened: what a till took before is no news
     */
    public record Model(
            long most,
            List<Long> choices,
            long since,
            @Nullable Shown code,
            @Nullable Fate fate) {}

    /** A code that can be taken. */
    public record Shown(Content picture, String spoken, Instant until) {}

    /**
     * A code that a till took.
     *
     * @param status {@code paid}, {@code held}, {@code refused} or {@code asking}
     * @param yen 0: not known
     * @param receipt its address; empty: there is none
     */
    public record Fate(String status, String shop, long yen, String receipt) {}

    @GetMapping("/pay/code")
    ModelAndView show(Visit visit, Customer customer, @RequestParam(defaultValue = "10000") long most) {
        return Page.of("wallet/own-code", visit, model(visit, customer, most, visit.now()));
    }

    /** The code alone: a new one, or what became of the one before. */
    @GetMapping("/pay/code/now")
    ModelAndView now(Visit visit, Customer customer, @RequestParam long most, @RequestParam long since) {
        if (since < 0 || since > visit.now().toEpochMilli()) {
            throw new NotThere();
        }
        return Page.of("wallet/own-code-now", visit, model(visit, customer, most, Instant.ofEpochMilli(since)));
    }

    private Model model(Visit visit, Customer customer, long most, Instant since) {
        if (!MOST.contains(most)) {
            throw new NotThere();
        }
        Optional<Fate> fate = codes.taken(customer.person(), since).map(taken -> fate(visit, taken));
        if (fate.isPresent()) {
            return new Model(most, MOST, since.toEpochMilli(), null, fate.get());
        }
        budgets.require(Purpose.OWN_CODE, customer.person().value().toString());
        var issued = codes.issue(customer.person(), customer.wallet(), most);
        var shown = new Shown(Pictures.qr(issued.code().encode()), issued.code().spoken(), issued.expiresAt());
        return new Model(most, MOST, since.toEpochMilli(), shown, null);
    }

    private Fate fate(Visit visit, CustomerCodes.Fate taken) {
        String shop = shops.find(taken.merchant())
                .map(known -> known.name(visit.language()))
                .orElse("");
        Optional<PaymentState> payment = payments.find(taken.operation());
        if (payment.isEmpty()) {
            return new Fate(taken.refused() ? "refused" : "asking", shop, 0, "");
        }
        PaymentState state = payment.get();
        return new Fate(
                state.captured() > 0 ? "paid" : "held",
                shop,
                state.captured() > 0 ? state.captured() : state.amount().minorUnits(),
                "/receipt/" + Forms.OPERATION.write().apply(taken.operation()));
    }
}
