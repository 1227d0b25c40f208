package sekisho.server.wallet.request;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.entrance.Customer;
import sekisho.server.live.LiveFeed;
import sekisho.server.notice.Notices;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.MoneyText;
import sekisho.server.pages.MoneyWords;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.people.Person;
import sekisho.server.wallet.send.Payees;

/** Asking for money, and what is asked. */
@Controller
public final class RequestPages {
    private static final String FORM = "wallet/request";
    private static final long MOST = 10_000_000;

    private final MoneyRequests requests;
    private final Payees payees;
    private final Notices notices;
    private final LiveFeed live;

    RequestPages(MoneyRequests requests, Payees payees, Notices notices, LiveFeed live) {
        this.requests = requests;
        this.payees = payees;
        this.notices = notices;
        this.live = live;
    }

    /**
     * What is shown.
     *
     * @param id made with the form
     */
    public record Form(String id, String to, String amount, String words, FormErrors errors) {}

    public record Model(List<MoneyRequest> asked, List<MoneyRequest> asking) {}

    @GetMapping("/request")
    ModelAndView form(Visit visit, Customer customer) {
        return Page.of(FORM, visit, new Form(UUID.randomUUID().toString(), "", "", "", FormErrors.NONE));
    }

    @PostMapping("/request")
    ModelAndView ask(
            Visit visit,
            Customer customer,
            @RequestParam UUID id,
            @RequestParam String to,
            @RequestParam String amount,
            @RequestParam(defaultValue = "") String words) {
        var errors = FormErrors.NONE;
        Optional<Person> payer = payees.find(customer, to);
        if (payer.isEmpty()) {
            errors = errors.with("to", visit.say("send.to.unknown"));
        }
        OptionalLong yen = MoneyText.yen(amount);
        if (yen.isEmpty() || yen.getAsLong() > MOST) {
            errors = errors.with("amount", visit.say("request.amount.bad", MoneyWords.yen(MOST)));
        }
        if (!Payees.isWords(words)) {
            errors = errors.with("words", visit.say("send.words.bad"));
        }
        if (!errors.isEmpty()) {
            return Page.again(FORM, visit, new Form(id.toString(), to, amount, words, errors));
        }
        Person asked = payer.orElseThrow();
        if (requests.add(new MoneyRequests.New(id, customer.person(), asked.id(), yen.getAsLong(), words.strip()))) {
            notices.tell(asked.id(), "asked", customer.handle().shown(), MoneyWords.yen(yen.getAsLong()));
            live.changed(java.util.Objects.requireNonNull(asked.wallet()));
        }
        return Redirect.to("/requests");
    }

    @GetMapping("/requests")
    ModelAndView list(Visit visit, Customer customer) {
        return Page.of(
                "wallet/requests",
                visit,
                new Model(requests.askedOf(customer.person()), requests.askedBy(customer.person())));
    }

    @PostMapping("/requests/{id}/decline")
    ModelAndView decline(Visit visit, Customer customer, @PathVariable UUID id) {
        if (requests.find(id, customer.person()).isEmpty()) {
            throw new NotThere();
        }
        requests.decline(id, customer.person());
        return Redirect.to("/requests");
    }

    @PostMapping("/requests/{id}/withdraw")
    ModelAndView withdraw(Visit visit, Customer customer, @PathVariable UUID id) {
        if (requests.askedBy(customer.person()).stream()
                .noneMatch(request -> request.id().equals(id))) {
            throw new NotThere();
        }
        requests.withdraw(id, customer.person());
        return Redirect.to("/requests");
    }
}
