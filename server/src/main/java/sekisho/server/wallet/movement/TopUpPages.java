package sekisho.server.wallet.movement;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.TopUpCommand;
import sekisho.server.entrance.Customer;
import sekisho.server.json.Forms;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.MoneyText;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.Doings;
import sekisho.server.wallet.Done;
import sekisho.server.wallet.links.LinkView;
import sekisho.server.wallet.links.LinkViews;

/** Topping up from a linked account. */
@Controller
public final class TopUpPages {
    private static final String FORM = "wallet/top-up";

    private final LinkViews links;
    private final Doings doings;

    TopUpPages(LinkViews links, Doings doings) {
        this.links = links;
        this.doings = doings;
    }

    /**
     * What is shown.
     *
     * @param link the chosen one
     */
    public record Form(List<LinkView> links, String link, String amount, String request, FormErrors errors) {}

    @GetMapping("/top-up")
    ModelAndView form(Visit visit, Customer customer, @RequestParam(defaultValue = "") String link) {
        return Page.of(FORM, visit, form(visit, customer, link, "", FormErrors.NONE));
    }

    @PostMapping("/top-up")
    ModelAndView start(
            Visit visit,
            Customer customer,
            @RequestParam String request,
            @RequestParam(required = false) @Nullable OperationId link,
            @RequestParam String amount) {
        if (link == null) {
            // Accounts of banks that are stopped cannot be chosen: the form of somebody who has no other says none.
            var errors = FormErrors.of(FormErrors.FORM, visit.say("refusal.bank-suspended"));
            return again(visit, customer, "", amount, errors);
        }
        String chosen = Forms.OPERATION.write().apply(link);
        if (links.find(customer.wallet(), link).isEmpty()) {
            throw new NotThere();
        }
        OptionalLong yen = MoneyText.yen(amount);
        if (yen.isEmpty()) {
            return again(visit, customer, chosen, amount, FormErrors.of("amount", visit.say("amount.bad")));
        }
        var command = new TopUpCommand.Start(customer.wallet(), link, Money.yen(yen.getAsLong()));
        return switch (doings.submit(visit, Doings.id(request), command)) {
            case Done.Accepted(var operation, var _) ->
                Redirect.to("/receipt/" + Forms.OPERATION.write().apply(operation));
            case Done.Refused refused -> {
                String field = refused.isAboutTheAmount() ? "amount" : FormErrors.FORM;
                yield again(visit, customer, chosen, amount, FormErrors.of(field, refused.sentence()));
            }
            case Done.NotDone(var sentence) ->
                again(visit, customer, chosen, amount, FormErrors.of(FormErrors.FORM, sentence));
            case Done.Unsure(var sentence) -> {
                var errors = FormErrors.of(FormErrors.FORM, sentence);
                var same = new Form(links.active(visit, customer.wallet()), chosen, amount, request, errors);
                yield Page.again(FORM, visit, same);
            }
        };
    }

    private ModelAndView again(Visit visit, Customer customer, String link, String amount, FormErrors errors) {
        return Page.again(FORM, visit, form(visit, customer, link, amount, errors));
    }

    private Form form(Visit visit, Customer customer, String link, String amount, FormErrors errors) {
        List<LinkView> active = links.active(visit, customer.wallet());
        String chosen = link.isEmpty() && !active.isEmpty() ? active.getFirst().id() : link;
        return new Form(active, chosen, amount, doings.newId(), errors);
    }
}
