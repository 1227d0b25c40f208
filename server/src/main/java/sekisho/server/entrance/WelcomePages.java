package sekisho.server.entrance;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.people.Contacts;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.people.Person;

/** The steps between a passkey and a wallet that can be used, but for proving who one is. */
@Controller
public final class WelcomePages {
    private final Customers customers;
    private final People people;
    private final Contacts contacts;
    private final ContactCodes codes;
    private final Budgets budgets;

    WelcomePages(Customers customers, People people, Contacts contacts, ContactCodes codes, Budgets budgets) {
        this.customers = customers;
        this.people = people;
        this.contacts = contacts;
        this.codes = codes;
        this.budgets = budgets;
    }

    /**
     * What is shown.
     *
     * @param address where the code went
     */
    public record MailModel(String address, FormErrors errors) {}

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

    private Person at(Visit visit, Stage stage) {
        return customers.at(stage, visit.person());
    }

    private ModelAndView mail(Visit visit, Person person, FormErrors errors) {
        String address = codes.waiting(person.id()).map(contacts::address).orElse("");
        var model = new MailModel(address, errors);
        return errors.isEmpty() ? Page.of("entrance/mail", visit, model) : Page.again("entrance/mail", visit, model);
    }
}
