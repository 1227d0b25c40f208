package sekisho.server.linking;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.formats.Digits;
import sekisho.formats.zengin.StatementText;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.entrance.Customer;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.json.Forms;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;

/** The code that a bank puts on the statement of an account that waits for its holder. */
@Controller
public final class DepositNoticePages {
    private static final int LONGEST_CODE = 60;
    private static final String PAGE = "linking/deposit";

    private final DepositNotices notices;
    private final SupportedBanks banks;
    private final Links links;
    private final StatementFollowers statements;
    private final Budgets budgets;

    DepositNoticePages(
            DepositNotices notices, SupportedBanks banks, Links links, StatementFollowers statements, Budgets budgets) {
        this.notices = notices;
        this.banks = banks;
        this.links = links;
        this.statements = statements;
        this.budgets = budgets;
    }

    /**
     * What is shown.
     *
     * @param path of the link's page
     * @param sent whether a code is on its way
     * @param until until when it is taken; of no meaning if none is
     * @param tries how many codes may be entered
     */
    public record Model(String path, String bank, boolean sent, Instant until, int tries, FormErrors errors) {}

    /** A link that waits for its holder, at a bank that puts codes on statements. */
    private record Waiting(OperationId link, SupportedBank bank) {
        String path() {
            return "/links/" + Forms.OPERATION.write().apply(link);
        }
    }

    @GetMapping("/links/{link}/code")
    ModelAndView show(Visit visit, Customer customer, @PathVariable OperationId link) {
        return Page.of(PAGE, visit, model(visit, waiting(customer, link), FormErrors.NONE));
    }

    @PostMapping("/links/{link}/code/send")
    ModelAndView send(Visit visit, Customer customer, @PathVariable OperationId link) {
        Waiting waiting = waiting(customer, link);
        budgets.require(Purpose.CODE_SENT, customer.person().value().toString());
        return notices.send(waiting.bank(), link)
                ? Redirect.to(waiting.path() + "/code")
                : again(visit, waiting, FormErrors.of(FormErrors.FORM, visit.say("form.busy")));
    }

    @PostMapping("/links/{link}/code")
    ModelAndView enter(Visit visit, Customer customer, @PathVariable OperationId link, @RequestParam String code) {
        Waiting waiting = waiting(customer, link);
        Optional<WithoutBrowser.Open> open = notices.open(link);
        if (open.isEmpty()) {
            return Redirect.to(waiting.path() + "/code");
        }
        String typed = Digits.plain(code.strip());
        if (typed.length() > LONGEST_CODE || StatementText.codeOf(typed).isEmpty()) {
            return again(visit, waiting, FormErrors.of("code", visit.say("waiting.code.form")));
        }
        budgets.require(Purpose.CODE_TRIED, customer.person().value().toString());
        return switch (notices.enter(waiting.bank(), link, open.get(), typed)) {
            case WithoutBrowser.Took.Waiting _ ->
                again(visit, waiting, FormErrors.of("code", visit.say("waiting.code.wrong")));
            case WithoutBrowser.Took.Unknown() ->
                again(visit, waiting, FormErrors.of(FormErrors.FORM, visit.say("form.busy")));
            // Whether it was right is the bank's statement to say, which is asked for at once.
            case WithoutBrowser.Took.Over() -> {
                statements.watch(waiting.bank().bank());
                yield Redirect.to(waiting.path());
            }
        };
    }

    private ModelAndView again(Visit visit, Waiting waiting, FormErrors errors) {
        return Page.again(PAGE, visit, model(visit, waiting, errors));
    }

    private Model model(Visit visit, Waiting waiting, FormErrors errors) {
        Optional<WithoutBrowser.Open> open = notices.open(waiting.link());
        return new Model(
                waiting.path(),
                Arrivals.name(visit, waiting.bank()),
                open.isPresent(),
                open.map(WithoutBrowser.Open::answersAt).orElse(visit.now()),
                open.map(WithoutBrowser.Open::tries).orElse(0),
                errors);
    }

    private Waiting waiting(Customer customer, OperationId link) {
        return links.find(link)
                .filter(state ->
                        state.wallet().equals(customer.wallet()) && state.status() == LinkStatus.WAITING_FOR_HOLDER)
                .map(LinkState::bank)
                .flatMap(banks::find)
                .filter(SupportedBank::depositCode)
                .map(bank -> new Waiting(link, bank))
                .orElseThrow(NotThere::new);
    }
}
