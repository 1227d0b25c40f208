package sekisho.server.wallet.settings;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.entrance.Customer;
import sekisho.server.notice.Channels;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.people.Contacts;
import sekisho.server.people.People;
import sekisho.server.people.Phone;
import sekisho.server.vault.Kind;
import sekisho.server.wallet.send.PayeeNames;

/** Whether others may send money to one's telephone number. Nobody is found who has not said so here. */
@Controller
public final class FoundByPhonePage {
    private static final String PATH = "/settings/found-by-phone";

    private final People people;
    private final Contacts contacts;
    private final PayeeNames names;
    private final Channels channels;

    FoundByPhonePage(People people, Contacts contacts, PayeeNames names, Channels channels) {
        this.people = people;
        this.contacts = contacts;
        this.names = names;
        this.channels = channels;
    }

    /**
     * What is shown.
     *
     * @param phone the number that is proved; empty: none
     * @param name what others see: masked
     * @param canAdd whether a number can be added
     */
    public record Model(String phone, String name, boolean found, boolean canAdd) {}

    @GetMapping(PATH)
    ModelAndView show(Visit visit, Customer customer) {
        String phone = contacts.current(customer.person(), Kind.PHONE)
                .map(contacts::address)
                .flatMap(Phone::parse)
                .map(Phone::shown)
                .orElse("");
        return Page.of(
                "wallet/found-by-phone",
                visit,
                new Model(
                        phone,
                        names.masked(visit, customer.person()),
                        people.isFoundByPhone(customer.person()),
                        channels.text()));
    }

    @PostMapping(PATH)
    ModelAndView choose(Customer customer, @RequestParam String found) {
        if (!found.equals("yes") && !found.equals("no")) {
            throw new NotThere();
        }
        boolean wanted = found.equals("yes");
        if (wanted && contacts.current(customer.person(), Kind.PHONE).isEmpty()) {
            return Redirect.to("/settings/contacts/phone");
        }
        people.findByPhone(customer.person(), wanted);
        return Redirect.to(PATH);
    }
}
