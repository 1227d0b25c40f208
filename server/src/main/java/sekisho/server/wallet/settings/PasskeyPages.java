package sekisho.server.wallet.settings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.Assertion;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.Refusal;
import sekisho.protocol.RequestId;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.entrance.Customer;
import sekisho.server.entrance.EngineKeys;
import sekisho.server.entrance.NewDevices;
import sekisho.server.notice.ChangeNotices;
import sekisho.server.pages.Browser;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.passkey.CommandHash;
import sekisho.server.passkey.Passkey;
import sekisho.server.passkey.Passkeys;
import sekisho.server.passkey.RelyingParty;
import sekisho.server.passkey.StepUps;
import sekisho.server.session.Sessions;
import sekisho.server.wallet.Doings;
import sekisho.server.wallet.Done;

/**
 * Adding a passkey and removing one. A passkey that is there already answers for both, every contact is told, and the last one
 * stays. Removing ends all other sessions: whoever holds the lost device may be signed in on it. In a founded book a new one is shown a
 * card for next ({@link PasskeyCardPages}), and one that the engine knows is taken from it first.
 */
@Controller
public final class PasskeyPages {
    private static final String PATH = "/settings/passkeys";
    private static final String DEVICES = "/settings/devices";
    private static final String ALLOWED = "sekisho.passkey.allowed";
    private static final Duration VALID = Duration.ofMinutes(5);
    private static final int LONGEST_NAME = 40;

    private final Passkeys passkeys;
    private final EngineKeys keys;
    private final NewDevices devices;
    private final Doings doings;
    private final RelyingParty party;
    private final StepUps stepUps;
    private final ChangeNotices changes;
    private final Sessions sessions;
    private final Budgets budgets;

    PasskeyPages(
            Passkeys passkeys,
            EngineKeys keys,
            NewDevices devices,
            Doings doings,
            RelyingParty party,
            StepUps stepUps,
            ChangeNotices changes,
            Sessions sessions,
            Budgets budgets) {
        this.passkeys = passkeys;
        this.keys = keys;
        this.devices = devices;
        this.doings = doings;
        this.party = party;
        this.stepUps = stepUps;
        this.changes = changes;
        this.sessions = sessions;
        this.budgets = budgets;
    }

    /**
     * What is shown before a passkey is added.
     *
     * @param possible whether there is one that can answer for it
     */
    public record ProveModel(boolean possible, UUID stepUp, String options, FormErrors errors) {}

    /** What is shown when one may be added. */
    public record MakeModel(String options, String name, FormErrors errors) {}

    /**
     * What is shown before one is removed.
     *
     * @param last whether it is the only one, which stays
     * @param rests whether the wallet rests afterwards: the engine knows this passkey
     * @param request for taking it from the engine
     */
    public record RemoveModel(
            Passkey passkey,
            boolean last,
            boolean rests,
            String request,
            UUID stepUp,
            String options,
            FormErrors errors) {}

    /** That a passkey answered for adding another, with these options, until then. */
    private record Allowed(PublicKeyCredentialCreationOptions options, Instant until) implements Serializable {}

    @GetMapping(PATH + "/new")
    ModelAndView prove(Visit visit, Customer customer, HttpServletRequest http) {
        return Page.of("wallet/passkey-prove", visit, proveModel(customer, http, FormErrors.NONE));
    }

    @PostMapping(PATH + "/new")
    ModelAndView proved(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            @RequestParam UUID stepUp,
            @RequestParam String credential) {
        budgets.require(Purpose.STEP_UP, customer.person().value().toString());
        if (stepUps.answer(stepUp, adding(customer, http), credential).isEmpty()) {
            var errors = FormErrors.of(FormErrors.FORM, visit.say("devices.refused"));
            return Page.again("wallet/passkey-prove", visit, proveModel(customer, http, errors));
        }
        allow(visit, customer, http);
        return Redirect.to(PATH + "/make");
    }

    @GetMapping(PATH + "/make")
    ModelAndView make(Visit visit, Customer customer, HttpServletRequest http) {
        return allowed(visit, http)
                .map(options -> Page.of(
                        "wallet/passkey-make",
                        visit,
                        new MakeModel(json(customer, options), suggested(visit, http), FormErrors.NONE)))
                .orElseGet(() -> Redirect.to(PATH + "/new"));
    }

    @PostMapping(PATH + "/make")
    ModelAndView made(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            HttpServletResponse response,
            @RequestParam String name,
            @RequestParam String credential) {
        Optional<PublicKeyCredentialCreationOptions> options = allowed(visit, http);
        if (options.isEmpty()) {
            return Redirect.to(PATH + "/new");
        }
        String label = name.strip();
        if (label.isEmpty() || label.length() > LONGEST_NAME || label.chars().anyMatch(Character::isISOControl)) {
            var errors = FormErrors.of("name", visit.say("devices.name.bad"));
            return Page.again("wallet/passkey-make", visit, new MakeModel(json(customer, options.get()), name, errors));
        }
        if (!RelyingParty.person(options.get()).equals(customer.person())
                || !party.create(options.get(), credential, label)) {
            var errors = FormErrors.of(FormErrors.FORM, visit.say("passkey.failed"));
            allow(visit, customer, http);
            return Page.again(
                    "wallet/passkey-make",
                    visit,
                    new MakeModel(json(customer, allowed(visit, http).orElseThrow()), name, errors));
        }
        http.getSession().removeAttribute(ALLOWED);
        devices.made(http, response, customer.person());
        changes.tell(customer.person(), "passkey-added", label);
        return Redirect.to(unconfirmed(customer)
                .map(passkey -> PasskeyCardPages.PATH + "?passkey=" + passkey.id())
                .orElse(DEVICES));
    }

    /** The newest passkey, if the engine has to be told of it. */
    private Optional<Passkey> unconfirmed(Customer customer) {
        List<Passkey> own = passkeys.of(customer.person());
        return Optional.of(own.getLast()).filter(passkey -> !keys.knows(customer.wallet(), passkey));
    }

    @GetMapping(PATH + "/remove")
    ModelAndView removing(Visit visit, Customer customer, HttpServletRequest http, @RequestParam String passkey) {
        return Page.of("wallet/passkey-remove", visit, removeModel(customer, http, passkey, FormErrors.NONE));
    }

    @PostMapping(PATH + "/remove")
    ModelAndView remove(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            @RequestParam String passkey,
            @RequestParam String request,
            @RequestParam UUID stepUp,
            @RequestParam String credential) {
        Passkey known = known(customer, passkey);
        budgets.require(Purpose.STEP_UP, customer.person().value().toString());
        Optional<Assertion> owner = stepUps.answer(stepUp, removing(customer, http, known, request), credential);
        if (owner.isEmpty()) {
            return again(visit, customer, http, known, visit.say("devices.refused"));
        }
        if (isLast(customer)) {
            return again(visit, customer, http, known, visit.say("devices.last"));
        }
        String wrong = forget(visit, customer, known, Doings.id(request), owner.get());
        if (!wrong.isEmpty()) {
            return again(visit, customer, http, known, wrong);
        }
        if (!passkeys.remove(customer.person(), known.id())) {
            return again(visit, customer, http, known, visit.say("devices.last"));
        }
        sessions.endAllBut(customer.person(), http.getSession().getId());
        changes.tell(customer.person(), "passkey-removed", known.label());
        return Redirect.to(DEVICES);
    }

    /** The engine first: a passkey that is gone here and known there could not be taken away any more. Says what is wrong. */
    private String forget(Visit visit, Customer customer, Passkey passkey, RequestId request, Assertion owner) {
        if (!isInEngine(customer, passkey)) {
            return "";
        }
        return switch (doings.submit(visit, request, taking(customer, passkey), owner)) {
            case Done.Accepted _ -> "";
            case Done.Refused(var reason, var sentence) -> reason == Refusal.AUTHENTICATOR_NOT_FOUND ? "" : sentence;
            case Done.NotDone(var sentence) -> sentence;
            case Done.Unsure(var sentence) -> sentence;
        };
    }

    private boolean isInEngine(Customer customer, Passkey passkey) {
        return keys.wanted() && keys.knows(customer.wallet(), passkey);
    }

    private boolean isLast(Customer customer) {
        return passkeys.of(customer.person()).size() == 1;
    }

    private static IdentityCommand.RemoveAuthenticator taking(Customer customer, Passkey passkey) {
        return new IdentityCommand.RemoveAuthenticator(customer.wallet(), EngineKeys.name(passkey));
    }

    private ModelAndView again(
            Visit visit, Customer customer, HttpServletRequest http, Passkey passkey, String sentence) {
        var errors = FormErrors.of(FormErrors.FORM, sentence);
        return Page.again("wallet/passkey-remove", visit, removeModel(customer, http, passkey.id(), errors));
    }

    private ProveModel proveModel(Customer customer, HttpServletRequest http, FormErrors errors) {
        var question = stepUps.ask(adding(customer, http));
        boolean possible = !passkeys.of(customer.person()).isEmpty();
        return new ProveModel(possible, question.id(), question.options(), errors);
    }

    private RemoveModel removeModel(Customer customer, HttpServletRequest http, String id, FormErrors errors) {
        Passkey passkey = known(customer, id);
        String request = doings.newId();
        var question = stepUps.ask(removing(customer, http, passkey, request));
        return new RemoveModel(
                passkey,
                isLast(customer),
                isInEngine(customer, passkey),
                request,
                question.id(),
                question.options(),
                errors);
    }

    private Passkey known(Customer customer, String id) {
        return passkeys.of(customer.person()).stream()
                .filter(passkey -> passkey.id().equals(id))
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    private void allow(Visit visit, Customer customer, HttpServletRequest http) {
        http.getSession()
                .setAttribute(
                        ALLOWED,
                        new Allowed(
                                party.creation(customer.person()), visit.now().plus(VALID)));
    }

    private static Optional<PublicKeyCredentialCreationOptions> allowed(Visit visit, HttpServletRequest http) {
        HttpSession session = http.getSession();
        return session.getAttribute(ALLOWED) instanceof Allowed allowed
                        && allowed.until().isAfter(visit.now())
                ? Optional.of(allowed.options())
                : Optional.empty();
    }

    private String json(Customer customer, PublicKeyCredentialCreationOptions options) {
        return party.json(options, customer.handle().shown());
    }

    private static String suggested(Visit visit, HttpServletRequest http) {
        return Browser.words(visit, Objects.requireNonNullElse(http.getHeader("User-Agent"), ""));
    }

    private static StepUps.Action adding(Customer customer, HttpServletRequest http) {
        return action(customer, http, StepUps.Purpose.ADD_PASSKEY, CommandHash.of("add a passkey"));
    }

    /** What the engine has to hear is signed for it. */
    private StepUps.Action removing(Customer customer, HttpServletRequest http, Passkey passkey, String request) {
        CommandHash hash = isInEngine(customer, passkey)
                ? CommandHash.of(Doings.id(request), taking(customer, passkey))
                : CommandHash.of("remove the passkey " + passkey.id());
        return action(customer, http, StepUps.Purpose.REMOVE_PASSKEY, hash);
    }

    private static StepUps.Action action(
            Customer customer, HttpServletRequest http, StepUps.Purpose purpose, CommandHash what) {
        return new StepUps.Action(customer.person(), http.getSession().getId(), purpose, what);
    }
}
