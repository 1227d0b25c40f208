package sekisho.server.wallet.settings;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.formats.matching.Attribute;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.WalletCommand;
import sekisho.server.entrance.Customer;
import sekisho.server.history.HolderState;
import sekisho.server.history.Holders;
import sekisho.server.identity.Evidences;
import sekisho.server.notice.ChangeNotices;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.people.Contacts;
import sekisho.server.people.People;
import sekisho.server.vault.Kind;
import sekisho.server.wallet.Doings;
import sekisho.server.wallet.Done;

/** The settings, and freezing the wallet. */
@Controller
public final class SettingsPages {
    private static final int BY_CUSTOMER = 1;

    private final Evidences evidences;
    private final Contacts contacts;
    private final People people;
    private final Holders holders;
    private final Doings doings;
    private final ChangeNotices changes;

    SettingsPages(
            Evidences evidences,
            Contacts contacts,
            People people,
            Holders holders,
            Doings doings,
            ChangeNotices changes) {
        this.evidences = evidences;
        this.contacts = contacts;
        this.people = people;
        this.holders = holders;
        this.doings = doings;
        this.changes = changes;
    }

    public record Model(String name, String handle, String mail, boolean frozen) {}

    /**
     * What is shown.
     *
     * @param request made with the form
     */
    public record FreezeModel(String request, boolean frozen, FormErrors errors) {}

    @GetMapping("/settings")
    ModelAndView show(Visit visit, Customer customer) {
        people.speak(customer.person(), visit.language().tag());
        Map<Attribute, String> known = evidences.attributes(customer.person());
        return Page.of(
                "wallet/settings",
                visit,
                new Model(
                        Optional.ofNullable(known.get(Attribute.NAME_KANJI))
                                .orElse(known.getOrDefault(Attribute.NAME_LATIN, "")),
                        customer.handle().shown(),
                        contacts.current(customer.person(), Kind.MAIL)
                                .map(contacts::address)
                                .orElse(""),
                        frozen(customer)));
    }

    @GetMapping("/settings/freeze")
    ModelAndView freezing(Visit visit, Customer customer) {
        return Page.of("wallet/freeze", visit, new FreezeModel(doings.newId(), frozen(customer), FormErrors.NONE));
    }

    /** One press is enough: what makes a wallet safer asks for nothing. */
    @PostMapping("/settings/freeze")
    ModelAndView freeze(Visit visit, Customer customer, @RequestParam String request) {
        var command = new WalletCommand.Freeze(customer.wallet(), FreezeScope.ALL, BY_CUSTOMER);
        return switch (doings.submit(visit, Doings.id(request), command)) {
            case Done.Accepted(var _, var repeated) -> {
                if (!repeated) {
                    changes.tell(customer.person(), "frozen");
                }
                yield Redirect.to("/settings/freeze");
            }
            case Done.Refused(var _, var sentence) -> again(visit, customer, sentence);
            case Done.NotDone(var sentence) -> again(visit, customer, sentence);
            case Done.Unsure(var sentence) -> again(visit, customer, sentence);
        };
    }

    private ModelAndView again(Visit visit, Customer customer, String sentence) {
        var errors = FormErrors.of(FormErrors.FORM, sentence);
        return Page.again("wallet/freeze", visit, new FreezeModel(doings.newId(), frozen(customer), errors));
    }

    private boolean frozen(Customer customer) {
        return holders.wallet(customer.wallet()).map(HolderState::frozen).orElse(FreezeScope.NONE) != FreezeScope.NONE;
    }
}
