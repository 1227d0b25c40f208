package sekisho.server.wallet.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.Assertion;
import sekisho.protocol.RequestId;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.entrance.Customer;
import sekisho.server.entrance.EngineKeys;
import sekisho.server.entrance.Opening;
import sekisho.server.history.Holders;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotReady;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.passkey.CommandHash;
import sekisho.server.passkey.StepUps;
import sekisho.server.people.People;
import sekisho.server.people.Person;
import sekisho.server.wallet.Doings;

/**
 * Moving a wallet back to its tier. While the engine knew none of its passkeys it fell to that of the unverified, and it rises by its
 * owner's word alone.
 */
@Controller
public final class RaisePages {
    static final String PATH = "/settings/passkeys/raise";
    private static final String TEMPLATE = "wallet/passkey-raise";

    private final EngineKeys keys;
    private final Opening opening;
    private final People people;
    private final Holders holders;
    private final StepUps stepUps;
    private final Doings doings;
    private final Budgets budgets;

    RaisePages(
            EngineKeys keys,
            Opening opening,
            People people,
            Holders holders,
            StepUps stepUps,
            Doings doings,
            Budgets budgets) {
        this.keys = keys;
        this.opening = opening;
        this.people = people;
        this.holders = holders;
        this.stepUps = stepUps;
        this.doings = doings;
        this.budgets = budgets;
    }

    /**
     * What is shown.
     *
     * @param options for the passkey that agrees
     */
    public record Model(String request, UUID stepUp, String options, FormErrors errors) {}

    /** Whether a wallet is in another tier than its owner's evidence gives. */
    boolean isWanted(Customer customer) {
        return keys.wanted()
                && !keys.known(customer.wallet()).isEmpty()
                && holders.wallet(customer.wallet())
                        .filter(state -> state.tier()
                                != opening.raising(person(customer)).tier().value())
                        .isPresent();
    }

    @GetMapping(PATH)
    ModelAndView show(Visit visit, Customer customer, HttpServletRequest http) {
        return isWanted(customer)
                ? Page.of(TEMPLATE, visit, model(customer, http, FormErrors.NONE))
                : Redirect.to(DevicePages.PATH);
    }

    @PostMapping(PATH)
    ModelAndView raise(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            @RequestParam String request,
            @RequestParam UUID stepUp,
            @RequestParam String credential) {
        budgets.require(Purpose.STEP_UP, customer.person().value().toString());
        RequestId id = Doings.id(request);
        Optional<Assertion> owner = stepUps.answer(stepUp, action(customer, http, id), credential);
        String wrong = owner.isEmpty()
                ? "devices.refused"
                : opening.raise(person(customer), id, List.of(owner.get())) ? "" : "form.busy";
        return wrong.isEmpty()
                ? Redirect.to(DevicePages.PATH)
                : Page.again(TEMPLATE, visit, model(customer, http, FormErrors.of(FormErrors.FORM, visit.say(wrong))));
    }

    private Model model(Customer customer, HttpServletRequest http, FormErrors errors) {
        String request = doings.newId();
        var question = stepUps.ask(action(customer, http, Doings.id(request)));
        return new Model(request, question.id(), question.options(), errors);
    }

    private StepUps.Action action(Customer customer, HttpServletRequest http, RequestId id) {
        return new StepUps.Action(
                customer.person(),
                http.getSession().getId(),
                StepUps.Purpose.RAISE_TIER,
                CommandHash.of(id, opening.raising(person(customer))));
    }

    private Person person(Customer customer) {
        return people.find(customer.person()).orElseThrow(() -> new NotReady("/sign-in"));
    }
}
