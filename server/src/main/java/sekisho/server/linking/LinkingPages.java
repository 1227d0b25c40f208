package sekisho.server.linking;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import sekisho.protocol.BankId;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.entrance.Customer;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.passkey.CommandHash;
import sekisho.server.passkey.StepUps;
import sekisho.server.session.ContentPolicy;
import sekisho.server.wallet.Doings;

/** The way to a bank and back. Every "no" looks the same. */
@Controller
public final class LinkingPages {
    private static final Duration NOT_BEFORE = Duration.ofHours(24);
    private static final String REFUSED = Arrivals.REFUSED;
    private static final String LEAVE = "linking/leave";

    private final SupportedBanks banks;
    private final BankDescriptions descriptions;
    private final Linking linking;
    private final Waiting waiting;
    private final Authorising authorising;
    private final Arrivals arrivals;
    private final Doings doings;
    private final StepUps stepUps;
    private final Budgets budgets;

    LinkingPages(
            SupportedBanks banks,
            BankDescriptions descriptions,
            Linking linking,
            Waiting waiting,
            Authorising authorising,
            Arrivals arrivals,
            Doings doings,
            StepUps stepUps,
            Budgets budgets) {
        this.banks = banks;
        this.descriptions = descriptions;
        this.linking = linking;
        this.waiting = waiting;
        this.authorising = authorising;
        this.arrivals = arrivals;
        this.doings = doings;
        this.stepUps = stepUps;
        this.budgets = budgets;
    }

    /**
     * Before the passkey.
     *
     * @param way how the customer is identified there: redirect, fapi, app, code or file
     * @param terms what follows from the bank's description; null: there is none here
     * @param byBrowser whether the browser goes there
     * @param possible whether the bank can be linked now
     * @param options for the passkey
     */
    public record Before(
            String code,
            String bank,
            String way,
            @Nullable BankTerms terms,
            boolean byBrowser,
            boolean possible,
            String request,
            UUID stepUp,
            String options,
            AccountTyped typed,
            FormErrors errors) {}

    /**
     * On the way.
     *
     * @param method of the form: post or get
     * @param action where the form leads: a page of the bank
     * @param fields what the form carries
     * @param matchingNumber shown by the bank as well; 0: this bank shows none
     */
    public record Leaving(
            String bank, String method, String action, Map<String, String> fields, int matchingNumber, Instant until) {}

    /** What everybody is told who could not link. */
    public record NotLinked(Instant notBefore) {}

    @GetMapping("/links/at/{code}")
    ModelAndView before(Visit visit, Customer customer, HttpServletRequest http, @PathVariable String code) {
        return Page.of(
                "linking/before",
                visit,
                before(visit, customer, http, bank(code), AccountTyped.NOTHING, FormErrors.NONE));
    }

    @PostMapping("/links/at/{code}")
    ModelAndView leave(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            @PathVariable String code,
            @RequestParam String request,
            @RequestParam UUID stepUp,
            @RequestParam String credential,
            @ModelAttribute AccountTyped typed) {
        SupportedBank bank = bank(code);
        FormErrors wrong = typed.wrong(Way.to(bank), visit);
        if (!wrong.isEmpty()) {
            return again(visit, customer, http, bank, typed, wrong);
        }
        RequestId id = Doings.id(request);
        String session = http.getSession().getId();
        var owner = stepUps.answer(stepUp, action(customer, http, bank, id), credential);
        if (owner.isEmpty()) {
            return again(visit, customer, http, bank, typed, form(visit.say("passkey.refused")));
        }
        budgets.require(Purpose.LINK, customer.person().value().toString());
        if (!linking.ready()) {
            return Redirect.to(REFUSED);
        }
        Linking.Left left = switch (Way.to(bank)) {
            case REDIRECT -> linking.leave(customer, session, bank, id, owner.get());
            case FAPI -> authorising.begin(customer, session, bank, id, owner.get());
            case APP, CODE, FILE -> waiting.begin(customer, session, bank, id, owner.get(), typed.named(Way.to(bank)));
        };
        return switch (left) {
            case Linking.Left.ToTheBank(var signed) -> leaving(visit, http, bank, signed);
            case Linking.Left.ToTheLogin(var goTo, var until) -> toTheLogin(visit, http, bank, goTo, until);
            case Linking.Left.Refused(var reason, var bound) ->
                again(visit, customer, http, bank, typed, form(Doings.sentence(visit, new Refused(reason, bound))));
            case Linking.Left.Waits(var reference) -> Redirect.to("/links/waiting/" + reference);
            case Linking.Left.Before _ -> Redirect.to("/links");
            case Linking.Left.NotNow _ -> again(visit, customer, http, bank, typed, form(visit.say("form.busy")));
        };
    }

    private ModelAndView again(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            SupportedBank bank,
            AccountTyped typed,
            FormErrors wrong) {
        return Page.again("linking/before", visit, before(visit, customer, http, bank, typed, wrong));
    }

    private static FormErrors form(String why) {
        return FormErrors.of(FormErrors.FORM, why);
    }

    private static ModelAndView leaving(
            Visit visit, HttpServletRequest http, SupportedBank bank, BankRedirect.Signed signed) {
        ContentPolicy.allowFormsTo(http, origin(bank.issuer()));
        return Page.of(
                LEAVE,
                visit,
                new Leaving(
                        Arrivals.name(visit, bank),
                        "post",
                        bank.issuer() + "/authorize",
                        Map.of(
                                "request",
                                signed.form(),
                                "lang",
                                visit.language().tag()),
                        signed.matchingNumber(),
                        signed.sent().expiresAt()));
    }

    /** The address as a form: a page says where it leads before it does. */
    private static ModelAndView toTheLogin(
            Visit visit, HttpServletRequest http, SupportedBank bank, URI goTo, Instant until) {
        ContentPolicy.allowFormsTo(http, origin(goTo));
        String whole = goTo.toString();
        var fields = UriComponentsBuilder.fromUri(goTo).build().getQueryParams().toSingleValueMap();
        var decoded = new TreeMap<String, String>();
        fields.forEach((name, value) -> decoded.put(name, UriUtils.decode(value, StandardCharsets.UTF_8)));
        String action = whole.substring(0, whole.indexOf('?'));
        return Page.of(LEAVE, visit, new Leaving(Arrivals.name(visit, bank), "get", action, decoded, 0, until));
    }

    /** Where a bank sends the browser. What it carries is used up, and gone from the address at once. */
    @GetMapping("/link/return")
    ModelAndView comeBack(Visit visit, Customer customer, HttpServletRequest http, @RequestParam String result) {
        Optional<Linking.Linked> linked =
                linking.ready() ? linking.comeBack(customer, http.getSession().getId(), result) : Optional.empty();
        return Redirect.to(arrivals.after(visit, customer, linked));
    }

    /** Where the login of a bank that speaks FAPI sends the browser: an address of each bank's own. */
    @GetMapping("/link/return/fapi/{code}")
    ModelAndView comeBackFromLogin(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String state) {
        SupportedBank bank = bank(code);
        String query = String.valueOf(http.getQueryString());
        Optional<Linking.Linked> linked = linking.ready() && bank.speaksFapi()
                ? authorising.comeBack(customer, http.getSession().getId(), bank.bank(), state, query)
                : Optional.empty();
        return Redirect.to(arrivals.after(visit, customer, linked));
    }

    @GetMapping(REFUSED)
    ModelAndView refused(Visit visit, Customer customer) {
        return Page.of("linking/refused", visit, new NotLinked(visit.now().plus(NOT_BEFORE)));
    }

    private Before before(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            SupportedBank bank,
            AccountTyped typed,
            FormErrors errors) {
        String request = doings.newId();
        var question = stepUps.ask(action(customer, http, bank, Doings.id(request)));
        return new Before(
                code(bank),
                Arrivals.name(visit, bank),
                Way.to(bank).word(),
                descriptions
                        .inForce(bank.bank())
                        .map(description -> BankTerms.of(visit, description))
                        .orElse(null),
                Way.to(bank).byBrowser(),
                linking.ready(),
                request,
                question.id(),
                question.options(),
                typed,
                errors);
    }

    private StepUps.Action action(Customer customer, HttpServletRequest http, SupportedBank bank, RequestId id) {
        return new StepUps.Action(
                customer.person(),
                http.getSession().getId(),
                StepUps.Purpose.LINK,
                CommandHash.of(id, linking.asking(customer, http.getSession().getId(), bank, id)));
    }

    private SupportedBank bank(String code) {
        if (!code.matches("[0-9]{4}")) {
            throw new NotThere();
        }
        return banks.find(new BankId(Integer.parseInt(code))).orElseThrow(NotThere::new);
    }

    private static String code(SupportedBank bank) {
        return String.format(java.util.Locale.ROOT, "%04d", bank.bank().code());
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
