package sekisho.server.linking;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.BankId;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.RequestId;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.entrance.Customer;
import sekisho.server.json.Forms;
import sekisho.server.notice.ChangeNotices;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Language;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.passkey.CommandHash;
import sekisho.server.passkey.StepUps;
import sekisho.server.projection.Positions;
import sekisho.server.session.ContentPolicy;
import sekisho.server.wallet.Doings;

/** The way to a bank and back. Every "no" looks the same. */
@Controller
public final class LinkingPages {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration NOT_BEFORE = Duration.ofHours(24);
    private static final String REFUSED = "/links/refused";
    private static final String LEAVE = "linking/leave";

    private final SupportedBanks banks;
    private final Linking linking;
    private final Doings doings;
    private final StepUps stepUps;
    private final Budgets budgets;
    private final ChangeNotices changes;
    private final Positions positions;

    LinkingPages(
            SupportedBanks banks,
            Linking linking,
            Doings doings,
            StepUps stepUps,
            Budgets budgets,
            ChangeNotices changes,
            Positions positions) {
        this.banks = banks;
        this.linking = linking;
        this.doings = doings;
        this.stepUps = stepUps;
        this.budgets = budgets;
        this.changes = changes;
        this.positions = positions;
    }

    /**
     * Before the passkey.
     *
     * @param possible whether the bank can be linked now
     * @param options for the passkey
     */
    public record Before(
            String code,
            String bank,
            boolean possible,
            String request,
            UUID stepUp,
            String options,
            FormErrors errors) {}

    /**
     * On the way.
     *
     * @param action where the form leads: a page of the bank
     * @param signed what the form carries
     */
    public record Leaving(String bank, String action, String signed, int matchingNumber, Instant until) {}

    /** What everybody is told who could not link. */
    public record NotLinked(Instant notBefore) {}

    @GetMapping("/links/at/{code}")
    ModelAndView before(Visit visit, Customer customer, HttpServletRequest http, @PathVariable String code) {
        return Page.of("linking/before", visit, before(visit, customer, http, bank(code), FormErrors.NONE));
    }

    @PostMapping("/links/at/{code}")
    ModelAndView leave(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            @PathVariable String code,
            @RequestParam String request,
            @RequestParam UUID stepUp,
            @RequestParam String credential) {
        SupportedBank bank = bank(code);
        RequestId id = Doings.id(request);
        if (stepUps.answer(stepUp, action(customer, http, bank, id), credential).isEmpty()) {
            var errors = FormErrors.of(FormErrors.FORM, visit.say("passkey.refused"));
            return Page.again("linking/before", visit, before(visit, customer, http, bank, errors));
        }
        budgets.require(Purpose.LINK, customer.person().value().toString());
        if (!linking.ready() || doings.tried(command(customer, bank)).isPresent()) {
            return Redirect.to(REFUSED);
        }
        Optional<BankRedirect.Signed> signed =
                linking.leave(customer, http.getSession().getId(), bank, id);
        if (signed.isEmpty()) {
            return Redirect.to("/links");
        }
        ContentPolicy.allowFormsTo(http, origin(bank.issuer()));
        return Page.of(
                LEAVE,
                visit,
                new Leaving(
                        name(visit, bank),
                        bank.issuer() + "/authorize",
                        signed.get().form(),
                        signed.get().matchingNumber(),
                        signed.get().sent().expiresAt()));
    }

    /** Where a bank sends the browser. What it carries is used up, and gone from the address at once. */
    @GetMapping("/link/return")
    ModelAndView comeBack(Visit visit, Customer customer, HttpServletRequest http, @RequestParam String result) {
        Optional<Linking.Linked> linked =
                linking.ready() ? linking.comeBack(customer, http.getSession().getId(), result) : Optional.empty();
        if (linked.isEmpty()) {
            return Redirect.to(REFUSED);
        }
        if (linked.get().first()) {
            tell(visit, customer, linked.get().bank());
        }
        // The page that is next reads what the engine has just said.
        boolean _ = positions.await(linked.get().position(), PATIENCE);
        return Redirect.to(
                "/links/" + Forms.OPERATION.write().apply(linked.get().link()));
    }

    @GetMapping(REFUSED)
    ModelAndView refused(Visit visit, Customer customer) {
        return Page.of("linking/refused", visit, new NotLinked(visit.now().plus(NOT_BEFORE)));
    }

    /** To the inbox and to every contact that is known: whoever linked may not be who owns the wallet. */
    private void tell(Visit visit, Customer customer, BankId bank) {
        String name = banks.find(bank).map(known -> name(visit, known)).orElse("");
        changes.tell(customer.person(), "linked", name);
    }

    private Before before(
            Visit visit, Customer customer, HttpServletRequest http, SupportedBank bank, FormErrors errors) {
        boolean possible =
                linking.ready() && doings.tried(command(customer, bank)).isEmpty();
        String request = doings.newId();
        var question = stepUps.ask(action(customer, http, bank, Doings.id(request)));
        return new Before(code(bank), name(visit, bank), possible, request, question.id(), question.options(), errors);
    }

    private static StepUps.Action action(Customer customer, HttpServletRequest http, SupportedBank bank, RequestId id) {
        return new StepUps.Action(
                customer.person(),
                http.getSession().getId(),
                StepUps.Purpose.LINK,
                CommandHash.of(id, command(customer, bank)));
    }

    private static LinkCommand.Request command(Customer customer, SupportedBank bank) {
        return new LinkCommand.Request(customer.wallet(), bank.bank());
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

    private static String name(Visit visit, SupportedBank bank) {
        return visit.language() == Language.JA ? bank.nameJa() : bank.nameEn();
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
