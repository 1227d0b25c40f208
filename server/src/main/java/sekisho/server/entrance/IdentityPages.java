package sekisho.server.entrance;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.formats.matching.Attribute;
import sekisho.gateway.Gateway;
import sekisho.protocol.Assertion;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.RequestId;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.founding.Books;
import sekisho.server.identity.Assurance;
import sekisho.server.identity.DemoDocuments;
import sekisho.server.identity.Evidences;
import sekisho.server.identity.KeptEvidence;
import sekisho.server.identity.Proven;
import sekisho.server.identity.Proving;
import sekisho.server.identity.StoredChallenges.Answerer;
import sekisho.server.json.Forms;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotReady;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.passkey.CommandHash;
import sekisho.server.passkey.StepUps;
import sekisho.server.people.Person;
import sekisho.server.wallet.Doings;

/** Proving who one is: choosing how, the card, the passport, and what came out. Nothing that is typed here counts. */
@Controller
public final class IdentityPages {
    private static final String CARD = "/welcome/identity/card";
    private static final String PASSPORT = "/welcome/identity/passport";
    private static final String CHECKED = "/welcome/identity/checked";

    /** Where the telephone would be. */
    private static final String READER = "/demo/reader";

    private final Customers customers;
    private final Proving proving;
    private final Evidences evidences;
    private final Assurance assurance;
    private final Opening opening;
    private final Books books;
    private final StepUps stepUps;
    private final Gateway gateway;
    private final Budgets budgets;

    /** Whether a page stands in for the telephone that reads cards. */
    private final boolean demonstration;

    IdentityPages(
            Customers customers,
            Proving proving,
            Evidences evidences,
            Assurance assurance,
            Opening opening,
            Books books,
            StepUps stepUps,
            Gateway gateway,
            Budgets budgets,
            ObjectProvider<DemoDocuments> documents) {
        this.customers = customers;
        this.proving = proving;
        this.evidences = evidences;
        this.assurance = assurance;
        this.opening = opening;
        this.books = books;
        this.stepUps = stepUps;
        this.gateway = gateway;
        this.budgets = budgets;
        this.demonstration = documents.getIfAvailable() != null;
    }

    /**
     * What is shown.
     *
     * @param possible whether this server has a reader
     * @param passport whether a passport was read that counts
     */
    public record ChoiceModel(boolean possible, boolean passport) {}

    /** What is shown: whether this server has a reader. */
    public record DocumentModel(boolean possible) {}

    /**
     * What is shown.
     *
     * @param code the refusal's, for whoever helps
     * @param why a sentence
     * @param remedy what to do, a sentence
     * @param again where to try again
     */
    public record RefusedModel(String code, String why, String remedy, String again) {}

    /**
     * What is shown.
     *
     * @param born in words
     * @param until first day on which it counts no more, in words
     * @param raise what the owner has to agree to; null: nobody is asked, or the engine did not answer
     */
    public record CheckedModel(
            String name,
            String born,
            String address,
            String until,
            boolean demonstration,
            @Nullable Raise raise,
            FormErrors errors) {}

    /**
     * What the owner of a wallet is asked before it is moved to a higher tier.
     *
     * @param options for the passkey
     */
    public record Raise(String request, UUID stepUp, String options) {}

    @GetMapping("/welcome/identity")
    ModelAndView choose(Visit visit) {
        Person person = at(visit);
        if (assurance.isVerified(person.id())) {
            return Redirect.to(CHECKED);
        }
        boolean passport =
                evidences.of(person.id()).stream().anyMatch(one -> one.sources().containsKey(Attribute.NAME_LATIN));
        return Page.of("entrance/identity", visit, new ChoiceModel(demonstration, passport));
    }

    @GetMapping(CARD)
    ModelAndView card(Visit visit) {
        at(visit);
        return Page.of("entrance/identity-card", visit, new DocumentModel(demonstration));
    }

    @GetMapping(PASSPORT)
    ModelAndView passport(Visit visit) {
        at(visit);
        return Page.of("entrance/identity-passport", visit, new DocumentModel(demonstration));
    }

    /** Gives out a challenge, and leads to the reader that has a card sign it. */
    @PostMapping("/welcome/identity/card/begin")
    ModelAndView beginCard(Visit visit, HttpServletRequest http) {
        return begin(visit, http, CARD, "card");
    }

    @PostMapping("/welcome/identity/passport/begin")
    ModelAndView beginPassport(Visit visit, HttpServletRequest http) {
        return begin(visit, http, PASSPORT, "passport");
    }

    private ModelAndView begin(Visit visit, HttpServletRequest http, String without, String document) {
        Person person = at(visit);
        if (!demonstration) {
            return Redirect.to(without);
        }
        budgets.require(Purpose.CHALLENGE, person.id().value().toString());
        String challenge = proving.challenge(answerer(person, http)).hex();
        return Redirect.to(READER + "?document=" + document + "&challenge=" + challenge);
    }

    /** Takes what the card said. */
    @PostMapping(CARD)
    ModelAndView proveByCard(Visit visit, HttpServletRequest http, @RequestParam String proof) {
        Person person = budgeted(visit);
        return switch (proving.card(answerer(person, http), proof)) {
            case Proven.Verified _ -> {
                // Whether the engine answered is seen on the next page, which asks it again.
                boolean _ = opening.present(person);
                yield Redirect.to(CHECKED);
            }
            case Proven.Refused refused -> refused(visit, ProofRefusals.of(visit, refused, CARD));
            case Proven.AnotherPerson _ -> refused(visit, ProofRefusals.anotherPerson(visit, CARD));
            case Proven.TooManyWallets many -> refused(visit, ProofRefusals.of(visit, many, CARD));
        };
    }

    /** Takes what the passport said; it goes on with a card, because a passport is never enough. */
    @PostMapping(PASSPORT)
    ModelAndView proveByPassport(Visit visit, HttpServletRequest http, @RequestParam String proof) {
        Person person = budgeted(visit);
        return switch (proving.passport(answerer(person, http), proof)) {
            case Proven.Verified _ -> Redirect.to(Stage.IDENTITY.path());
            case Proven.Refused refused -> refused(visit, ProofRefusals.of(visit, refused, PASSPORT));
            case Proven.AnotherPerson _ -> refused(visit, ProofRefusals.anotherPerson(visit, PASSPORT));
            case Proven.TooManyWallets many -> refused(visit, ProofRefusals.of(visit, many, PASSPORT));
        };
    }

    @GetMapping(CHECKED)
    ModelAndView checked(Visit visit, HttpServletRequest http) {
        return Page.of("entrance/identity-checked", visit, checked(visit, http, verified(visit), FormErrors.NONE));
    }

    /** The owner agrees; in a book that is not founded nobody is asked. */
    @PostMapping(CHECKED)
    ModelAndView goOn(
            Visit visit,
            HttpServletRequest http,
            @RequestParam(defaultValue = "") String request,
            @RequestParam(required = false) @Nullable UUID stepUp,
            @RequestParam(defaultValue = "") String credential) {
        Person person = verified(visit);
        if (!books.founded()) {
            return opening.open(person) && opening.raise(person, gateway.newId(), List.of())
                    ? onward(visit)
                    : again(visit, http, person, "form.busy");
        }
        if (stepUp == null) {
            // The engine did not answer before: the page that follows asks it again.
            return again(visit, http, person, "form.busy");
        }
        RequestId id = Doings.id(request);
        Optional<Assertion> owner = stepUps.answer(stepUp, action(http, person, id), credential);
        if (owner.isEmpty()) {
            return again(visit, http, person, "passkey.refused");
        }
        return opening.raise(person, id, List.of(owner.get()))
                ? onward(visit)
                : again(visit, http, person, "form.busy");
    }

    private ModelAndView onward(Visit visit) {
        return Redirect.to(customers.stage(customers.person(visit.person())).path());
    }

    private ModelAndView again(Visit visit, HttpServletRequest http, Person person, String why) {
        var errors = FormErrors.of(FormErrors.FORM, visit.say(why));
        return Page.again("entrance/identity-checked", visit, checked(visit, http, person, errors));
    }

    private StepUps.Action action(HttpServletRequest http, Person person, RequestId id) {
        return new StepUps.Action(
                person.id(),
                http.getSession().getId(),
                StepUps.Purpose.RAISE_TIER,
                CommandHash.of(id, opening.raising(person)));
    }

    private CheckedModel checked(Visit visit, HttpServletRequest http, Person person, FormErrors errors) {
        Map<Attribute, String> known = evidences.attributes(person.id());
        KeptEvidence whole = evidences.of(person.id()).stream()
                .filter(KeptEvidence::isEnoughAlone)
                .findFirst()
                .orElseThrow(() -> new NotReady(Stage.IDENTITY.path()));
        return new CheckedModel(
                known.getOrDefault(Attribute.NAME_KANJI, ""),
                visit.times().whole(LocalDate.parse(known.getOrDefault(Attribute.BIRTH_DATE, ""))),
                known.getOrDefault(Attribute.ADDRESS, ""),
                visit.times().whole(visit.times().date(whole.until())),
                whole.kind() == EvidenceKind.DEMONSTRATION,
                raise(http, person),
                errors);
    }

    private @Nullable Raise raise(HttpServletRequest http, Person person) {
        if (!books.founded() || !opening.present(person)) {
            return null;
        }
        RequestId id = gateway.newId();
        var question = stepUps.ask(action(http, person, id));
        return new Raise(Forms.REQUEST.write().apply(id), question.id(), question.options());
    }

    private Person at(Visit visit) {
        return customers.at(Stage.IDENTITY, visit.person());
    }

    private Person budgeted(Visit visit) {
        Person person = at(visit);
        budgets.require(Purpose.IDENTITY, person.id().value().toString());
        return person;
    }

    /** Whoever is verified, and not done yet. */
    private Person verified(Visit visit) {
        Person person = customers.person(visit.person());
        Stage stage = customers.stage(person);
        boolean here = stage == Stage.IDENTITY || stage == Stage.HANDLE;
        if (!here || !assurance.isVerified(person.id())) {
            throw new NotReady(stage.path());
        }
        return person;
    }

    private static ModelAndView refused(Visit visit, RefusedModel model) {
        return Page.of("entrance/identity-refused", visit, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Answerer answerer(Person person, HttpServletRequest http) {
        return new Answerer(person.id(), http.getSession().getId());
    }
}
