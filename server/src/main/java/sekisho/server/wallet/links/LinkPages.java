package sekisho.server.wallet.links;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.bank.description.Rail;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.server.entrance.Customer;
import sekisho.server.history.LinkState;
import sekisho.server.linking.Endings;
import sekisho.server.linking.SupportedBank;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.notice.Notices;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.Doings;
import sekisho.server.wallet.Done;

/** Linked accounts, and choosing a bank. */
@Controller
public final class LinkPages {
    private static final int BY_CUSTOMER = 1;

    private final LinkViews views;
    private final BankChoices choices;
    private final SupportedBanks banks;
    private final Endings endings;
    private final Doings doings;
    private final Notices notices;

    LinkPages(
            LinkViews views,
            BankChoices choices,
            SupportedBanks banks,
            Endings endings,
            Doings doings,
            Notices notices) {
        this.banks = banks;
        this.endings = endings;
        this.views = views;
        this.choices = choices;
        this.doings = doings;
        this.notices = notices;
    }

    public record ListModel(List<LinkView> links) {}

    /**
     * What is shown.
     *
     * @param now the name of the text that says how it stands
     * @param code whether its holder is told by a code on the statement, and waits for it
     * @param told what the bank knows of its end: {@code noted} (it is still to be told), {@code told}; empty: nothing to be said
     * @param request for ending it
     */
    public record OneModel(LinkView link, String now, boolean code, String told, String request, FormErrors errors) {}

    public record ChooseModel(String query, List<BankChoice> banks) {}

    @GetMapping("/links")
    ModelAndView list(Visit visit, Customer customer) {
        return Page.of("wallet/links", visit, new ListModel(views.of(visit, customer.wallet())));
    }

    @GetMapping("/links/choose")
    ModelAndView choose(Visit visit, Customer customer, @RequestParam(defaultValue = "") String query) {
        return Page.of("wallet/link-choose", visit, new ChooseModel(query, choices.search(visit, query)));
    }

    /** The list alone, while somebody types. */
    @GetMapping("/links/banks")
    ModelAndView banks(Visit visit, Customer customer, @RequestParam(defaultValue = "") String query) {
        return Page.of("wallet/link-banks", visit, new ChooseModel(query, choices.search(visit, query)));
    }

    @GetMapping("/links/{link}")
    ModelAndView one(Visit visit, Customer customer, @PathVariable OperationId link) {
        return Page.of("wallet/link", visit, one(visit, find(customer, link), FormErrors.NONE));
    }

    @PostMapping("/links/{link}/end")
    ModelAndView end(Visit visit, Customer customer, @PathVariable OperationId link, @RequestParam String request) {
        LinkState known = find(customer, link);
        var command = new LinkCommand.Close(customer.wallet(), link, BY_CUSTOMER);
        return switch (doings.submit(visit, Doings.id(request), command)) {
            case Done.Accepted(var _, var repeated) -> {
                if (!repeated) {
                    notices.tell(
                            customer.person(),
                            "link-ended",
                            views.view(visit, known).bank());
                }
                yield Redirect.to("/links");
            }
            case Done.Refused(var _, var sentence) -> again(visit, known, sentence);
            case Done.NotDone(var sentence) -> again(visit, known, sentence);
            case Done.Unsure(var sentence) -> again(visit, known, sentence);
        };
    }

    private ModelAndView again(Visit visit, LinkState link, String sentence) {
        return Page.again("wallet/link", visit, one(visit, link, FormErrors.of(FormErrors.FORM, sentence)));
    }

    private OneModel one(Visit visit, LinkState link, FormErrors errors) {
        Optional<SupportedBank> bank =
                link.status() == LinkStatus.WAITING_FOR_HOLDER ? banks.find(link.bank()) : Optional.empty();
        LinkView view = views.view(visit, link);
        boolean code = bank.filter(SupportedBank::depositCode).isPresent();
        boolean unasked =
                !code && bank.filter(one -> one.method() == Rail.FAPI.method()).isPresent();
        String now = code ? "deposit.now" : "link.now." + (unasked ? "unasked" : view.status());
        return new OneModel(view, now, code, told(link), doings.newId(), errors);
    }

    private String told(LinkState link) {
        return endings.state(link.link())
                .map(state -> switch (state) {
                    case NOTED -> "noted";
                    case TOLD -> "told";
                    case UNKNOWN_THERE, ENDED_THERE, SHARED, NO_MANDATE -> "";
                })
                .orElse("");
    }

    private LinkState find(Customer customer, OperationId link) {
        return views.find(customer.wallet(), link).orElseThrow(NotThere::new);
    }
}
