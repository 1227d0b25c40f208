package sekisho.server.wallet.movement;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.Assertion;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestId;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.entrance.Customer;
import sekisho.server.history.AccountState;
import sekisho.server.history.Accounts;
import sekisho.server.json.Forms;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.MoneyText;
import sekisho.server.pages.MoneyWords;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.passkey.CommandHash;
import sekisho.server.passkey.StepUps;
import sekisho.server.wallet.Doings;
import sekisho.server.wallet.Done;
import sekisho.server.wallet.links.LinkView;
import sekisho.server.wallet.links.LinkViews;

/** Cashing out to a linked account: looked over, and answered for with a passkey. */
@Controller
public final class CashOutPages {
    private static final String FORM = "wallet/cash-out";

    private final LinkViews links;
    private final Doings doings;
    private final StepUps stepUps;
    private final Accounts accounts;
    private final Budgets budgets;

    CashOutPages(LinkViews links, Doings doings, StepUps stepUps, Accounts accounts, Budgets budgets) {
        this.links = links;
        this.doings = doings;
        this.stepUps = stepUps;
        this.accounts = accounts;
        this.budgets = budgets;
    }

    /**
     * What is shown.
     *
     * @param link the chosen one
     */
    public record Form(List<LinkView> links, String link, String amount, long available, FormErrors errors) {}

    /**
     * What is shown.
     *
     * @param options for the passkey
     */
    public record Review(
            LinkView link, long yen, long available, String request, UUID stepUp, String options, FormErrors errors) {}

    @GetMapping("/cash-out")
    ModelAndView form(Visit visit, Customer customer, @RequestParam(defaultValue = "") String link) {
        return Page.of(FORM, visit, form(visit, customer, link, "", FormErrors.NONE));
    }

    @PostMapping("/cash-out/review")
    ModelAndView review(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            @RequestParam(required = false) @Nullable OperationId link,
            @RequestParam String amount) {
        if (link == null) {
            var errors = FormErrors.of(FormErrors.FORM, visit.say("refusal.bank-suspended"));
            return Page.again(FORM, visit, form(visit, customer, "", amount, errors));
        }
        String chosen = Forms.OPERATION.write().apply(link);
        OptionalLong yen = MoneyText.yen(amount);
        long available = available(customer);
        if (yen.isEmpty() || yen.getAsLong() > available) {
            String sentence = yen.isEmpty()
                    ? visit.say("amount.bad")
                    : visit.say("send.amount.too-much", MoneyWords.yen(available));
            return Page.again(FORM, visit, form(visit, customer, chosen, amount, FormErrors.of("amount", sentence)));
        }
        budgets.require(Purpose.STEP_UP, customer.person().value().toString());
        return Page.of(
                "wallet/cash-out-review",
                visit,
                review(visit, customer, http, link, yen.getAsLong(), doings.newId(), FormErrors.NONE));
    }

    @PostMapping("/cash-out")
    ModelAndView start(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            @RequestParam String request,
            @RequestParam OperationId link,
            @RequestParam String amount,
            @RequestParam UUID stepUp,
            @RequestParam String credential) {
        if (links.find(customer.wallet(), link).isEmpty()) {
            throw new NotThere();
        }
        long yen = MoneyText.yen(amount).orElseThrow(NotThere::new);
        RequestId id = Doings.id(request);
        var command = new CashOutCommand.Start(customer.wallet(), link, Money.yen(yen));
        var action = new StepUps.Action(
                customer.person(), http.getSession().getId(), StepUps.Purpose.CASH_OUT, CommandHash.of(id, command));
        Optional<Assertion> owner = stepUps.answer(stepUp, action, credential);
        if (owner.isEmpty()) {
            var errors = FormErrors.of(FormErrors.FORM, visit.say("passkey.refused"));
            return Page.again(
                    "wallet/cash-out-review", visit, review(visit, customer, http, link, yen, doings.newId(), errors));
        }
        return switch (doings.submit(visit, id, command, owner.get())) {
            case Done.Accepted(var operation, var _) ->
                Redirect.to("/receipt/" + Forms.OPERATION.write().apply(operation));
            case Done.Refused refused ->
                again(
                        visit,
                        customer,
                        link,
                        amount,
                        FormErrors.of(refused.isAboutTheAmount() ? "amount" : FormErrors.FORM, refused.sentence()));
            case Done.NotDone(var sentence) ->
                again(visit, customer, link, amount, FormErrors.of(FormErrors.FORM, sentence));
            case Done.Unsure(var sentence) ->
                Page.again(
                        "wallet/cash-out-review",
                        visit,
                        review(visit, customer, http, link, yen, request, FormErrors.of(FormErrors.FORM, sentence)));
        };
    }

    private ModelAndView again(Visit visit, Customer customer, OperationId link, String amount, FormErrors errors) {
        String chosen = Forms.OPERATION.write().apply(link);
        return Page.again(FORM, visit, form(visit, customer, chosen, amount, errors));
    }

    private Review review(
            Visit visit,
            Customer customer,
            HttpServletRequest http,
            OperationId link,
            long yen,
            String request,
            FormErrors errors) {
        var known = links.find(customer.wallet(), link).orElseThrow(NotThere::new);
        var command = new CashOutCommand.Start(customer.wallet(), link, Money.yen(yen));
        var question = stepUps.ask(new StepUps.Action(
                customer.person(),
                http.getSession().getId(),
                StepUps.Purpose.CASH_OUT,
                CommandHash.of(Doings.id(request), command)));
        return new Review(
                links.view(visit, known), yen, available(customer), request, question.id(), question.options(), errors);
    }

    private Form form(Visit visit, Customer customer, String link, String amount, FormErrors errors) {
        List<LinkView> active = links.active(visit, customer.wallet());
        String chosen = link.isEmpty() && !active.isEmpty() ? active.getFirst().id() : link;
        return new Form(active, chosen, amount, available(customer), errors);
    }

    private long available(Customer customer) {
        return accounts.find(customer.account()).map(AccountState::available).orElse(0L);
    }
}
