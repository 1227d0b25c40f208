package sekisho.server.entrance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.pages.Browser;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.passkey.RelyingParty;
import sekisho.server.people.Contacts;
import sekisho.server.people.People;
import sekisho.server.people.PersonId;
import sekisho.server.session.Entrance;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Vault;

/** Signing up: a passkey, and a mail address for notices. */
@Controller
public final class SignUpPages {
    private static final String PENDING = "sekisho.sign-up";
    private static final String TEMPLATE = "entrance/sign-up";

    private final RelyingParty party;
    private final People people;
    private final Contacts contacts;
    private final ContactCodes codes;
    private final Vault vault;
    private final Entrance entrance;
    private final NewDevices devices;
    private final Budgets budgets;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    SignUpPages(
            RelyingParty party,
            People people,
            Contacts contacts,
            ContactCodes codes,
            Vault vault,
            Entrance entrance,
            NewDevices devices,
            Budgets budgets,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.party = party;
        this.people = people;
        this.contacts = contacts;
        this.codes = codes;
        this.vault = vault;
        this.entrance = entrance;
        this.devices = devices;
        this.budgets = budgets;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * What is shown.
     *
     * @param options JSON for the browser
     */
    public record Model(String options, String mail, FormErrors errors) {}

    @GetMapping("/sign-up")
    ModelAndView show(Visit visit, HttpServletRequest request) {
        return visit.person() == null
                ? Page.of(TEMPLATE, visit, new Model(newOptions(request), "", FormErrors.NONE))
                : Redirect.to("/home");
    }

    @PostMapping("/sign-up")
    ModelAndView create(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String mail,
            @RequestParam String credential) {
        budgets.require(Purpose.SIGN_UP, request.getRemoteAddr());
        Optional<String> address = Contacts.mail(mail);
        if (address.isEmpty()) {
            return again(visit, request, mail, FormErrors.of("mail", visit.say("sign-up.mail.bad")));
        }
        var session = request.getSession();
        Object options = session.getAttribute(PENDING);
        session.removeAttribute(PENDING);
        if (!(options instanceof PublicKeyCredentialCreationOptions asked)
                || !make(visit, request, asked, address.get(), credential)) {
            return again(visit, request, mail, FormErrors.of(FormErrors.FORM, visit.say("sign-up.refused")));
        }
        PersonId person = RelyingParty.person(asked);
        entrance.enter(request, response, person);
        devices.made(request, response, person);
        codes.send(person, visit.language());
        return Redirect.to(Stage.MAIL.path());
    }

    /** All or nothing. */
    private boolean make(
            Visit visit,
            HttpServletRequest request,
            PublicKeyCredentialCreationOptions options,
            String mail,
            String credential) {
        String device = Browser.words(visit, Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
        Boolean made = transactions.execute(status -> {
            PersonId person = RelyingParty.person(options);
            people.add(person, visit.language().tag(), clock.instant());
            contacts.add(person, vault.token(Kind.MAIL, mail));
            boolean taken = party.create(options, credential, device);
            if (!taken) {
                status.setRollbackOnly();
            }
            return taken;
        });
        return Boolean.TRUE.equals(made);
    }

    private ModelAndView again(Visit visit, HttpServletRequest request, String mail, FormErrors errors) {
        return Page.again(TEMPLATE, visit, new Model(newOptions(request), mail, errors));
    }

    private String newOptions(HttpServletRequest request) {
        var options = party.creation(PersonId.random());
        request.getSession().setAttribute(PENDING, options);
        return party.json(options, "Sekisho");
    }
}
