package sekisho.server.entrance;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.identity.Attribute;
import sekisho.server.identity.EvidenceKind;
import sekisho.server.identity.Evidences;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotReady;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.people.Contacts;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.people.Person;

/** The steps between a passkey and a wallet that can be used. */
@Controller
public final class WelcomePages {
    private static final String SOURCE = "typed by the person, in place of a chip, in a demonstration";
    private static final int LONGEST_NAME = 60;
    private static final int OLDEST = 130;

    private final Customers customers;
    private final People people;
    private final Contacts contacts;
    private final ContactCodes codes;
    private final Evidences evidences;
    private final Opening opening;
    private final Budgets budgets;

    WelcomePages(
            Customers customers,
            People people,
            Contacts contacts,
            ContactCodes codes,
            Evidences evidences,
            Opening opening,
            Budgets budgets) {
        this.customers = customers;
        this.people = people;
        this.contacts = contacts;
        this.codes = codes;
        this.evidences = evidences;
        this.opening = opening;
        this.budgets = budgets;
    }

    /**
     * What is shown.
     *
     * @param address where the code went
     */
    public record MailModel(String address, FormErrors errors) {}

    /**
     * What is shown.
     *
     * @param possible whether this server takes demonstrations
     */
    public record IdentityModel(boolean possible, String name, String kana, String born, FormErrors errors) {}

    public record HandleModel(String handle, FormErrors errors) {}

    @GetMapping("/welcome/mail")
    ModelAndView mail(Visit visit) {
        return mail(visit, at(visit, Stage.MAIL), FormErrors.NONE);
    }

    @PostMapping("/welcome/mail")
    ModelAndView proveMail(Visit visit, @RequestParam String code) {
        Person person = at(visit, Stage.MAIL);
        budgets.require(Purpose.CODE_TRIED, person.id().value().toString());
        boolean proved = codes.waiting(person.id())
                .map(contact -> contacts.prove(contact, code))
                .orElse(false);
        return proved
                ? Redirect.to(Stage.IDENTITY.path())
                : mail(visit, person, FormErrors.of("code", visit.say("welcome.mail.bad")));
    }

    @PostMapping("/welcome/mail/again")
    ModelAndView mailAgain(Visit visit) {
        codes.send(at(visit, Stage.MAIL).id(), visit.language());
        return Redirect.to(Stage.MAIL.path());
    }

    @GetMapping("/welcome/identity")
    ModelAndView identity(Visit visit) {
        at(visit, Stage.IDENTITY);
        return Page.of("entrance/identity", visit, identityModel("", "", "", FormErrors.NONE));
    }

    @PostMapping("/welcome/identity")
    ModelAndView showIdentity(
            Visit visit, @RequestParam String name, @RequestParam String kana, @RequestParam String born) {
        Person person = at(visit, Stage.IDENTITY);
        var errors = FormErrors.NONE;
        if (!isName(name)) {
            errors = errors.with("name", visit.say("welcome.identity.name.bad"));
        }
        if (!kana.isBlank() && !kana.strip().matches("[\\u30A0-\\u30FF\\s　]{2,60}")) {
            errors = errors.with("kana", visit.say("welcome.identity.kana.bad"));
        }
        Optional<LocalDate> date = date(born, visit);
        if (date.isEmpty()) {
            errors = errors.with("born", visit.say("welcome.identity.born.bad"));
        }
        if (!evidences.counts(EvidenceKind.DEMONSTRATION)) {
            errors = errors.with(FormErrors.FORM, visit.say("welcome.identity.impossible"));
        }
        if (!errors.isEmpty()) {
            return Page.again("entrance/identity", visit, identityModel(name, kana, born, errors));
        }
        evidences.add(person.id(), EvidenceKind.DEMONSTRATION, SOURCE, attributes(name, kana, date.get()));
        if (!opening.raise(person)) {
            var busy = FormErrors.of(FormErrors.FORM, visit.say("form.busy"));
            return Page.again("entrance/identity", visit, identityModel(name, kana, born, busy));
        }
        return Redirect.to(Stage.HANDLE.path());
    }

    @GetMapping("/welcome/handle")
    ModelAndView handle(Visit visit) {
        at(visit, Stage.HANDLE);
        return Page.of("entrance/handle", visit, new HandleModel("", FormErrors.NONE));
    }

    @PostMapping("/welcome/handle")
    ModelAndView chooseHandle(Visit visit, @RequestParam String handle) {
        Person person = at(visit, Stage.HANDLE);
        budgets.require(Purpose.LOOK_UP, person.id().value().toString());
        Optional<Handle> wanted = Handle.parse(handle);
        String wrong = wanted.isEmpty()
                ? "welcome.handle.bad"
                : wanted.get().reserved() || !people.choose(person.id(), wanted.get()) ? "welcome.handle.taken" : "";
        return wrong.isEmpty()
                ? Redirect.to(Stage.READY.path())
                : Page.again(
                        "entrance/handle", visit, new HandleModel(handle, FormErrors.of("handle", visit.say(wrong))));
    }

    /** The person who is signed in, and is at this step: otherwise the browser goes to the right one. */
    private Person at(Visit visit, Stage stage) {
        Person person = customers.person(visit.person());
        Stage next = customers.stage(person);
        if (next != stage) {
            throw new NotReady(next.path());
        }
        return person;
    }

    private ModelAndView mail(Visit visit, Person person, FormErrors errors) {
        String address = codes.waiting(person.id()).map(contacts::address).orElse("");
        var model = new MailModel(address, errors);
        return errors.isEmpty() ? Page.of("entrance/mail", visit, model) : Page.again("entrance/mail", visit, model);
    }

    private IdentityModel identityModel(String name, String kana, String born, FormErrors errors) {
        return new IdentityModel(evidences.counts(EvidenceKind.DEMONSTRATION), name, kana, born, errors);
    }

    private static boolean isName(String name) {
        String bare = name.strip();
        return bare.codePointCount(0, bare.length()) >= 2
                && bare.length() <= LONGEST_NAME
                && bare.codePoints()
                        .allMatch(c -> Character.isLetter(c) || c == ' ' || c == '　' || c == '-' || c == '\'');
    }

    private static Optional<LocalDate> date(String text, Visit visit) {
        try {
            LocalDate date = LocalDate.parse(text.strip());
            LocalDate today = visit.times().date(visit.now());
            return date.isBefore(today) && date.isAfter(today.minusYears(OLDEST))
                    ? Optional.of(date)
                    : Optional.empty();
        } catch (DateTimeParseException bad) {
            return Optional.empty();
        }
    }

    private static Map<Attribute, String> attributes(String name, String kana, LocalDate born) {
        String bare = name.strip().replaceAll("[\\s　]+", " ");
        boolean latin = bare.chars().allMatch(c -> c < 0x250);
        var attributes = new EnumMap<Attribute, String>(Attribute.class);
        attributes.put(latin ? Attribute.NAME_LATIN : Attribute.NAME_KANJI, bare);
        if (!kana.isBlank()) {
            attributes.put(Attribute.NAME_KANA, kana.strip().replaceAll("[\\s　]+", " "));
        }
        attributes.put(Attribute.BIRTH_DATE, born.toString());
        return attributes;
    }
}
