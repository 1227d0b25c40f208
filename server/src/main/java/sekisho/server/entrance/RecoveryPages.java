package sekisho.server.entrance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.identity.DemoDocuments;
import sekisho.server.identity.KeptEvidence;
import sekisho.server.identity.Proven;
import sekisho.server.pages.Browser;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotReady;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.passkey.RelyingParty;
import sekisho.server.people.Contacts;
import sekisho.server.people.Person;
import sekisho.server.people.PersonId;

/**
 * Coming back without any passkey: a code to a contact, a card, a new passkey. Whoever is not known, or names an address that is not
 * theirs, sees the same pages up to the code, which is then wrong.
 */
@Controller
public final class RecoveryPages {
    private static final String PATH = "/recover";
    private static final String CODE = PATH + "/code";
    private static final String CARD = PATH + "/card";
    private static final String PASSKEY = PATH + "/passkey";
    private static final String DEVICES = "/settings/devices";
    private static final String BACK = "sekisho.recovery";
    private static final String OPTIONS = "sekisho.recovery.options";

    /** Less than the engine takes a chip's word for. */
    private static final Duration VALID = Duration.ofMinutes(15);

    /** Where the telephone would be. */
    private static final String READER = "/demo/reader?document=card&use=recover&challenge=";

    private final Recovery recovery;
    private final Returning returning;
    private final RelyingParty party;
    private final Budgets budgets;

    /** Whether a page stands in for the telephone that reads cards. */
    private final boolean demonstration;

    RecoveryPages(
            Recovery recovery,
            Returning returning,
            RelyingParty party,
            Budgets budgets,
            ObjectProvider<DemoDocuments> documents) {
        this.recovery = recovery;
        this.returning = returning;
        this.party = party;
        this.budgets = budgets;
        this.demonstration = documents.getIfAvailable() != null;
    }

    /** What is shown first. */
    public record BeginModel(boolean possible, String handle, String mail, FormErrors errors) {}

    /** What is shown: whether this server has a reader. */
    public record CardModel(boolean possible, FormErrors errors) {}

    /** What is shown: what is wrong with the code. */
    public record CodeModel(FormErrors errors) {}

    /**
     * What is shown at the end.
     *
     * @param options JSON for the browser
     */
    public record PasskeyModel(String options, FormErrors errors) {}

    /**
     * How far somebody is.
     *
     * @param person null: nobody whom we know
     * @param coded whether the code was right
     * @param shown the evidence of the card; null: none so far
     */
    private record Underway(
            @Nullable PersonId person,
            @Nullable UUID contact,
            boolean coded,
            @Nullable UUID shown,
            Instant until) implements Serializable {}

    @GetMapping(PATH)
    ModelAndView begin(Visit visit) {
        return visit.person() == null
                ? Page.of("entrance/recover", visit, new BeginModel(recovery.possible(), "", "", FormErrors.NONE))
                : Redirect.to(DEVICES);
    }

    @PostMapping(PATH)
    ModelAndView send(Visit visit, HttpServletRequest http, @RequestParam String handle, @RequestParam String mail) {
        if (!recovery.possible()) {
            throw new NotThere();
        }
        budgets.require(Purpose.RECOVER, http.getRemoteAddr());
        if (Contacts.mail(mail).isEmpty()) {
            var errors = FormErrors.of("mail", visit.say("sign-up.mail.bad"));
            return Page.again("entrance/recover", visit, new BeginModel(true, handle, mail, errors));
        }
        // By what was typed, whether or not it is anybody's.
        budgets.require(Purpose.CODE_SENT, "recover " + handle.strip());
        Optional<Person> person = recovery.find(handle);
        var contact = person.flatMap(one -> recovery.send(one, mail));
        http.getSession()
                .setAttribute(
                        BACK,
                        new Underway(
                                contact.isPresent() ? person.map(Person::id).orElse(null) : null,
                                contact.map(Contacts.Contact::id).orElse(null),
                                false,
                                null,
                                visit.now().plus(VALID)));
        return Redirect.to(CODE);
    }

    @GetMapping(CODE)
    ModelAndView code(Visit visit, HttpServletRequest http) {
        underway(visit, http);
        return Page.of("entrance/recover-code", visit, new CodeModel(FormErrors.NONE));
    }

    @PostMapping(CODE)
    ModelAndView coded(Visit visit, HttpServletRequest http, @RequestParam String code) {
        Underway back = underway(visit, http);
        budgets.require(Purpose.CODE_TRIED, http.getRemoteAddr());
        if (back.person() == null || back.contact() == null || !recovery.proves(back.person(), back.contact(), code)) {
            var errors = FormErrors.of("code", visit.say("welcome.mail.bad"));
            return Page.again("entrance/recover-code", visit, new CodeModel(errors));
        }
        http.getSession()
                .setAttribute(
                        BACK,
                        new Underway(
                                back.person(),
                                back.contact(),
                                true,
                                null,
                                visit.now().plus(VALID)));
        return Redirect.to(CARD);
    }

    @GetMapping(CARD)
    ModelAndView card(Visit visit, HttpServletRequest http) {
        coded(visit, http);
        return Page.of("entrance/recover-card", visit, new CardModel(demonstration, FormErrors.NONE));
    }

    @PostMapping(CARD + "/begin")
    ModelAndView beginCard(Visit visit, HttpServletRequest http) {
        PersonId person = coded(visit, http);
        if (!demonstration) {
            return Redirect.to(CARD);
        }
        budgets.require(Purpose.CHALLENGE, person.value().toString());
        return Redirect.to(READER + recovery.challenge(person, http.getSession().getId()));
    }

    @PostMapping(CARD)
    ModelAndView prove(Visit visit, HttpServletRequest http, @RequestParam String proof) {
        PersonId person = coded(visit, http);
        budgets.require(Purpose.IDENTITY, person.value().toString());
        Proven proven = recovery.card(person, http.getSession().getId(), proof);
        if (!(proven instanceof Proven.Verified(var shown))) {
            var errors = FormErrors.of(FormErrors.FORM, ProofWords.of(visit, proven));
            return Page.again("entrance/recover-card", visit, new CardModel(demonstration, errors));
        }
        Underway back = underway(visit, http);
        http.getSession()
                .setAttribute(
                        BACK,
                        new Underway(
                                person,
                                back.contact(),
                                true,
                                shown.id(),
                                visit.now().plus(VALID)));
        return Redirect.to(PASSKEY);
    }

    @GetMapping(PASSKEY)
    ModelAndView passkey(Visit visit, HttpServletRequest http) {
        PersonId person = coded(visit, http);
        var _ = shown(visit, http, person);
        return Page.of("entrance/recover-passkey", visit, new PasskeyModel(options(http, person), FormErrors.NONE));
    }

    @PostMapping(PASSKEY)
    ModelAndView made(
            Visit visit, HttpServletRequest http, HttpServletResponse response, @RequestParam String credential) {
        PersonId person = coded(visit, http);
        KeptEvidence shown = shown(visit, http, person);
        Object options = http.getSession().getAttribute(OPTIONS);
        http.getSession().removeAttribute(OPTIONS);
        String label = Browser.words(visit, Objects.requireNonNullElse(http.getHeader("User-Agent"), ""));
        if (!(options instanceof PublicKeyCredentialCreationOptions asked)
                || !RelyingParty.person(asked).equals(person)
                || !party.create(asked, credential, label)) {
            var errors = FormErrors.of(FormErrors.FORM, visit.say("passkey.failed"));
            return Page.again("entrance/recover-passkey", visit, new PasskeyModel(options(http, person), errors));
        }
        returning.comeBack(http, response, person, recovery.wallet(person), label, shown);
        return Redirect.to(DEVICES);
    }

    private String options(HttpServletRequest http, PersonId person) {
        var options = party.creation(person);
        http.getSession().setAttribute(OPTIONS, options);
        return party.json(options, recovery.handle(person));
    }

    private KeptEvidence shown(Visit visit, HttpServletRequest http, PersonId person) {
        UUID id = underway(visit, http).shown();
        KeptEvidence shown = id == null ? null : recovery.shown(person, id);
        if (shown == null) {
            throw new NotReady(CARD);
        }
        return shown;
    }

    private static PersonId coded(Visit visit, HttpServletRequest http) {
        Underway back = underway(visit, http);
        PersonId person = back.person();
        if (person == null || !back.coded()) {
            throw new NotReady(CODE);
        }
        return person;
    }

    private static Underway underway(Visit visit, HttpServletRequest http) {
        if (http.getSession().getAttribute(BACK) instanceof Underway back
                && back.until().isAfter(visit.now())) {
            return back;
        }
        throw new NotReady(PATH);
    }
}
