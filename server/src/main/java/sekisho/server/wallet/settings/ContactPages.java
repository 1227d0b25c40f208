package sekisho.server.wallet.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.entrance.ContactCodes;
import sekisho.server.entrance.Customer;
import sekisho.server.notice.ChangeNotices;
import sekisho.server.notice.Channels;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.passkey.CommandHash;
import sekisho.server.passkey.StepUps;
import sekisho.server.people.Contacts;
import sekisho.server.people.Contacts.Contact;
import sekisho.server.people.Phone;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Vault;

/**
 * Contacts: seeing them, and putting another in the place of one. First a passkey answers for the very contact, then a code that was
 * sent there proves it, then every contact is told, the old one for thirty days more.
 */
@Controller
public final class ContactPages {
    private static final String PATH = "/settings/contacts";
    private static final String FORM = "wallet/contact-new";
    private static final String CONFIRM = "wallet/contact-confirm";
    private static final String CODE = "wallet/contact-code";

    private final Contacts contacts;
    private final ContactCodes codes;
    private final Vault vault;
    private final StepUps stepUps;
    private final ChangeNotices changes;
    private final Channels channels;
    private final Budgets budgets;

    ContactPages(
            Contacts contacts,
            ContactCodes codes,
            Vault vault,
            StepUps stepUps,
            ChangeNotices changes,
            Channels channels,
            Budgets budgets) {
        this.contacts = contacts;
        this.codes = codes;
        this.vault = vault;
        this.stepUps = stepUps;
        this.changes = changes;
        this.channels = channels;
        this.budgets = budgets;
    }

    /**
     * A contact as it is shown.
     *
     * @param kind {@code mail} or {@code phone}
     * @param toldUntil null: it is in use
     */
    public record Shown(
            String kind,
            String address,
            Instant since,
            @Nullable Instant toldUntil) {}

    /**
     * What is shown.
     *
     * @param canText whether text messages can be sent from here
     */
    public record Model(List<Shown> contacts, boolean hasPhone, boolean canText) {}

    public record FormModel(String kind, String address, boolean replaces, FormErrors errors) {}

    public record ConfirmModel(String kind, String address, UUID stepUp, String options, FormErrors errors) {}

    public record CodeModel(String kind, String address, FormErrors errors) {}

    @GetMapping(PATH)
    ModelAndView show(Visit visit, Customer customer) {
        var told = contacts.told(customer.person()).stream()
                .sorted(Comparator.comparing((Contact contact) -> !contact.isCurrent())
                        .thenComparing(Contact::kind))
                .map(contact -> new Shown(word(contact.kind()), address(contact), since(contact), contact.toldUntil()))
                .toList();
        boolean hasPhone = contacts.current(customer.person(), Kind.PHONE).isPresent();
        return Page.of("wallet/contacts", visit, new Model(told, hasPhone, channels.text()));
    }

    @GetMapping(PATH + "/{word}")
    ModelAndView form(Visit visit, Customer customer, @PathVariable String word) {
        return Page.of(FORM, visit, new FormModel(word, "", replaces(customer, kind(word)), FormErrors.NONE));
    }

    @PostMapping(PATH + "/{word}")
    ModelAndView propose(Visit visit, Customer customer, @PathVariable String word, @RequestParam String address) {
        Kind kind = kind(word);
        Optional<String> read = kind == Kind.MAIL
                ? Contacts.mail(address)
                : Phone.parse(address).map(Phone::number);
        String wrong = read.isEmpty()
                ? "contacts." + word + ".bad"
                : isCurrent(customer, kind, read.get()) ? "contacts.same" : "";
        if (!wrong.isEmpty()) {
            var errors = FormErrors.of("address", visit.say(wrong));
            return Page.again(FORM, visit, new FormModel(word, address, replaces(customer, kind), errors));
        }
        budgets.require(Purpose.CONTACT, customer.person().value().toString());
        contacts.propose(customer.person(), kind, vault.token(kind, read.orElseThrow()));
        return Redirect.to(PATH + "/" + word + "/confirm");
    }

    @GetMapping(PATH + "/{word}/confirm")
    ModelAndView confirming(Visit visit, Customer customer, HttpServletRequest http, @PathVariable String word) {
        return contacts.proposed(customer.person(), kind(word))
                .map(contact -> Page.of(CONFIRM, visit, confirmModel(customer, http, contact, FormErrors.NONE)))
                .orElseGet(() -> Redirect.to(PATH + "/" + word));
    }

    @PostMapping(PATH + "/{word}/confirm")
    ModelAndView confirm(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            @PathVariable String word,
            @RequestParam UUID stepUp,
            @RequestParam String credential) {
        budgets.require(Purpose.STEP_UP, customer.person().value().toString());
        Optional<Contact> proposed = contacts.proposed(customer.person(), kind(word));
        if (proposed.isEmpty()) {
            return Redirect.to(PATH);
        }
        Contact contact = proposed.get();
        if (stepUps.answer(stepUp, action(customer, http, contact), credential).isEmpty()) {
            var errors = FormErrors.of(FormErrors.FORM, visit.say("devices.refused"));
            return Page.again(CONFIRM, visit, confirmModel(customer, http, contact, errors));
        }
        contacts.answered(contact);
        codes.send(customer.person(), contact, visit.language());
        return Redirect.to(PATH + "/" + word + "/code");
    }

    @GetMapping(PATH + "/{word}/code")
    ModelAndView code(Visit visit, Customer customer, @PathVariable String word) {
        return answered(customer, word)
                .map(contact -> Page.of(CODE, visit, new CodeModel(word, address(contact), FormErrors.NONE)))
                .orElseGet(() -> Redirect.to(PATH));
    }

    @PostMapping(PATH + "/{word}/code")
    ModelAndView prove(Visit visit, Customer customer, @PathVariable String word, @RequestParam String code) {
        Optional<Contact> contact = answered(customer, word);
        if (contact.isEmpty()) {
            return Redirect.to(PATH);
        }
        budgets.require(Purpose.CODE_TRIED, customer.person().value().toString());
        if (!contacts.prove(contact.get(), code)) {
            var errors = FormErrors.of("code", visit.say("welcome.mail.bad"));
            return Page.again(CODE, visit, new CodeModel(word, address(contact.get()), errors));
        }
        changes.tell(customer.person(), "contact-changed");
        return Redirect.to(PATH);
    }

    @PostMapping(PATH + "/{word}/code/again")
    ModelAndView again(Visit visit, Customer customer, @PathVariable String word) {
        answered(customer, word).ifPresent(contact -> codes.send(customer.person(), contact, visit.language()));
        return Redirect.to(PATH + "/" + word + "/code");
    }

    private ConfirmModel confirmModel(Customer customer, HttpServletRequest http, Contact contact, FormErrors errors) {
        var question = stepUps.ask(action(customer, http, contact));
        return new ConfirmModel(word(contact.kind()), address(contact), question.id(), question.options(), errors);
    }

    /** What a passkey answers for: this contact and no other. */
    private static StepUps.Action action(Customer customer, HttpServletRequest http, Contact contact) {
        return new StepUps.Action(
                customer.person(),
                http.getSession().getId(),
                StepUps.Purpose.CHANGE_CONTACT,
                CommandHash.of("contact " + contact.id() + " " + contact.token().value()));
    }

    /** The contact that waits for its code. */
    private Optional<Contact> answered(Customer customer, String word) {
        return contacts.proposed(customer.person(), kind(word)).filter(contact -> contact.answeredAt() != null);
    }

    private boolean replaces(Customer customer, Kind kind) {
        return contacts.current(customer.person(), kind).isPresent();
    }

    private boolean isCurrent(Customer customer, Kind kind, String address) {
        return contacts.current(customer.person(), kind)
                .flatMap(contact -> vault.value(contact.token()))
                .filter(address::equals)
                .isPresent();
    }

    private String address(Contact contact) {
        String address = contacts.address(contact);
        return contact.kind() == Kind.PHONE
                ? Phone.parse(address).map(Phone::shown).orElse("")
                : address;
    }

    private static Instant since(Contact contact) {
        return contact.provedAt() == null ? contact.addedAt() : contact.provedAt();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Kind kind(String word) {
        Kind kind = switch (word) {
            case "mail" -> Kind.MAIL;
            case "phone" -> Kind.PHONE;
            default -> throw new NotThere();
        };
        if (kind == Kind.PHONE && !channels.text()) {
            throw new NotThere();
        }
        return kind;
    }
}
