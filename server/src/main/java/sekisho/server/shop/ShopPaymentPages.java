package sekisho.server.shop;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.OperationId;
import sekisho.protocol.OutcomeKind;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.Refusal;
import sekisho.server.history.PaymentChange;
import sekisho.server.history.PaymentState;
import sekisho.server.history.Payments;
import sekisho.server.json.Forms;
import sekisho.server.notice.Notices;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Language;
import sekisho.server.pages.MoneyText;
import sekisho.server.pages.MoneyWords;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.people.People;
import sekisho.server.wallet.Doings;
import sekisho.server.wallet.Done;

/** One payment of a shop: what became of it, and what can be done about it. Another shop's is not there. */
@Controller
public final class ShopPaymentPages {
    private static final Set<Refusal> ABOUT_THE_AMOUNT =
            Set.of(Refusal.MORE_THAN_HELD, Refusal.MORE_THAN_REMAINS, Refusal.INSUFFICIENT_FUNDS);

    private final Payments payments;
    private final Charges charges;
    private final Doings doings;
    private final People people;
    private final Notices notices;

    ShopPaymentPages(Payments payments, Charges charges, Doings doings, People people, Notices notices) {
        this.payments = payments;
        this.charges = charges;
        this.doings = doings;
        this.people = people;
        this.notices = notices;
    }

    /** One change. Signed: yen, below 0 went back; 0: nothing moved. */
    public record Step(Instant at, String text, long signed) {}

    /**
     * What is shown.
     *
     * @param path of this payment's page
     * @param refundable what can still be given back
     * @param until when a hold ends by itself; null: nothing is held
     * @param charge what the shop called it; empty: it was no charge
     */
    public record Model(
            Shopkeeper keeper,
            String path,
            Taking taking,
            long refundable,
            @Nullable Instant until,
            List<Step> steps,
            String charge,
            String request,
            String amount,
            FormErrors errors) {}

    @GetMapping("/shop/payments/{payment}")
    ModelAndView show(Visit visit, Shopkeeper keeper, @PathVariable OperationId payment) {
        return Page.of("shop/payment", visit, model(visit, keeper, payment, doings.newId(), "", FormErrors.NONE));
    }

    @PostMapping("/shop/payments/{payment}/capture")
    ModelAndView capture(
            Visit visit,
            Shopkeeper keeper,
            @PathVariable OperationId payment,
            @RequestParam String request,
            @RequestParam String amount) {
        PaymentState state = own(keeper, payment);
        OptionalLong yen = MoneyText.yen(amount);
        if (yen.isEmpty()) {
            return again(visit, keeper, payment, request, amount, "amount", visit.say("amount.bad"));
        }
        var command = new PaymentCommand.Capture(payment, yen.getAsLong(), 0);
        return end(visit, keeper, state, request, amount, command, "captured", yen.getAsLong());
    }

    @PostMapping("/shop/payments/{payment}/void")
    ModelAndView release(
            Visit visit, Shopkeeper keeper, @PathVariable OperationId payment, @RequestParam String request) {
        PaymentState state = own(keeper, payment);
        long yen = state.amount().minorUnits();
        return end(visit, keeper, state, request, "", new PaymentCommand.Void(payment), "voided", yen);
    }

    @PostMapping("/shop/payments/{payment}/refund")
    ModelAndView refund(
            Visit visit,
            Shopkeeper keeper,
            @PathVariable OperationId payment,
            @RequestParam String request,
            @RequestParam String amount) {
        keeper.requireOwner();
        PaymentState state = own(keeper, payment);
        OptionalLong yen = MoneyText.yen(amount);
        if (yen.isEmpty()) {
            return again(visit, keeper, payment, request, amount, "amount", visit.say("amount.bad"));
        }
        var command = new PaymentCommand.Refund(payment, yen.getAsLong(), 0);
        return end(visit, keeper, state, request, amount, command, "refunded", yen.getAsLong());
    }

    private ModelAndView end(
            Visit visit,
            Shopkeeper keeper,
            PaymentState state,
            String request,
            String amount,
            PaymentCommand command,
            String notice,
            long yen) {
        OperationId payment = state.payment();
        return switch (doings.submit(visit, Doings.id(request), command)) {
            case Done.Accepted(var _, var repeated) -> {
                if (!repeated) {
                    tell(state, keeper.shop(), notice, yen);
                }
                yield Redirect.to("/shop/payments/" + Forms.OPERATION.write().apply(payment));
            }
            case Done.Refused refused -> {
                boolean sum = ABOUT_THE_AMOUNT.contains(refused.reason());
                yield again(
                        visit,
                        keeper,
                        payment,
                        doings.newId(),
                        amount,
                        sum ? "amount" : FormErrors.FORM,
                        refused.sentence());
            }
            case Done.NotDone(var sentence) ->
                again(visit, keeper, payment, doings.newId(), amount, FormErrors.FORM, sentence);
            case Done.Unsure(var sentence) -> again(visit, keeper, payment, request, amount, FormErrors.FORM, sentence);
        };
    }

    private void tell(PaymentState state, Shop shop, String kind, long yen) {
        people.byWallets(Set.of(state.wallet()))
                .forEach(person -> notices.tell(
                        person.id(), kind, shop.name(Language.of(person.language())), MoneyWords.yen(yen)));
    }

    private PaymentState own(Shopkeeper keeper, OperationId payment) {
        return payments.find(payment)
                .filter(state -> Objects.equals(state.merchant(), keeper.shop().id()))
                .orElseThrow(NotThere::new);
    }

    private ModelAndView again(
            Visit visit,
            Shopkeeper keeper,
            OperationId payment,
            String request,
            String amount,
            String field,
            String sentence) {
        return Page.again(
                "shop/payment", visit, model(visit, keeper, payment, request, amount, FormErrors.of(field, sentence)));
    }

    private Model model(
            Visit visit, Shopkeeper keeper, OperationId payment, String request, String amount, FormErrors errors) {
        PaymentState state = own(keeper, payment);
        var taking = Taking.of(state, DayList.status(state));
        long proposed =
                state.status() == PaymentStatus.AUTHORISED ? state.amount().minorUnits() : state.refundable();
        return new Model(
                keeper,
                taking.href(),
                taking,
                state.refundable(),
                state.status() == PaymentStatus.AUTHORISED ? state.expiresAt() : null,
                payments.changes(payment).stream()
                        .map(change -> step(visit, change))
                        .toList(),
                charges.byPayment(payment, keeper.shop().id())
                        .map(Charge::reference)
                        .orElse(""),
                request,
                amount.isEmpty() ? Long.toString(proposed) : amount,
                errors);
    }

    private static Step step(Visit visit, PaymentChange change) {
        OutcomeKind outcome = change.outcome();
        long yen = change.amount().minorUnits();
        if (outcome == OutcomeKind.PAYMENT_REFUNDED) {
            return new Step(change.changedAt(), visit.say("payment.step.refunded"), -yen);
        }
        if (outcome == OutcomeKind.PAYMENT_PAID || outcome == OutcomeKind.PAYMENT_CAPTURED) {
            return new Step(change.changedAt(), visit.say("payment.step.paid"), yen);
        }
        String word = switch (change.status()) {
            case AUTHORISED -> "held";
            case CAPTURED -> "paid";
            case VOIDED -> "voided";
            case EXPIRED -> "expired";
        };
        return new Step(change.changedAt(), visit.say("payment.step." + word, visit.yen(yen)), 0);
    }
}
