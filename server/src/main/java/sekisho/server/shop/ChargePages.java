package sekisho.server.shop;

import gg.jte.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestId;
import sekisho.server.json.Forms;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.MoneyText;
import sekisho.server.pages.MoneyWords;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Pictures;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.Doings;

/** A code for one payment: the shop says how much, and sees when it is paid. */
@Controller
public final class ChargePages {
    private static final String FORM = "shop/charge-new";

    /** After this time the engine takes no request any more that claimed a charge in time. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(16);

    private final Charges charges;
    private final Doings doings;

    ChargePages(Charges charges, Doings doings) {
        this.charges = charges;
        this.doings = doings;
    }

    /** What is shown. */
    public record New(Shopkeeper keeper, String request, String amount, FormErrors errors) {}

    /**
     * What is shown.
     *
     * @param status {@code open}, {@code paying}, {@code paid}, {@code cancelled} or {@code expired}
     * @param payment address of the payment; empty: there is none
     */
    public record Model(
            Shopkeeper keeper,
            UUID id,
            long yen,
            Content picture,
            String spoken,
            Instant until,
            String status,
            String payment) {}

    @GetMapping("/shop/charge")
    ModelAndView form(Visit visit, Shopkeeper keeper) {
        return Page.of(FORM, visit, new New(keeper, doings.newId(), "", FormErrors.NONE));
    }

    @PostMapping("/shop/charge")
    ModelAndView ask(Visit visit, Shopkeeper keeper, @RequestParam String request, @RequestParam String amount) {
        RequestId id = Doings.id(request);
        OptionalLong yen = MoneyText.yen(amount);
        if (yen.isEmpty() || yen.getAsLong() > Charges.MOST) {
            String sentence = yen.isEmpty()
                    ? visit.say("amount.bad")
                    : visit.say("send.amount.too-much", MoneyWords.yen(Charges.MOST));
            var errors = FormErrors.of("amount", sentence);
            return Page.again(FORM, visit, new New(keeper, request, amount, errors));
        }
        Charge charge = charges.ask(new UUID(id.high(), id.low()), keeper, yen.getAsLong());
        if (charge.amount() != yen.getAsLong()) {
            // Who went back and changed the amount means another charge.
            RequestId other = Doings.id(doings.newId());
            charge = charges.ask(new UUID(other.high(), other.low()), keeper, yen.getAsLong());
        }
        return Redirect.to("/shop/charges/" + charge.id());
    }

    @GetMapping("/shop/charges/{id}")
    ModelAndView show(Visit visit, Shopkeeper keeper, @PathVariable UUID id) {
        Charge charge = charges.find(id, keeper.shop().id()).orElseThrow(NotThere::new);
        OperationId paid = charge.operation();
        return Page.of(
                "shop/charge",
                visit,
                new Model(
                        keeper,
                        charge.id(),
                        charge.amount(),
                        Pictures.qr(ShopCodes.encode(keeper.shop(), charge)),
                        charge.reference().replaceAll("(...)(...)(....)", "$1 $2 $3"),
                        charge.expiresAt(),
                        status(charge, visit.now()),
                        paid == null
                                ? ""
                                : "/shop/payments/" + Forms.OPERATION.write().apply(paid)));
    }

    @PostMapping("/shop/charges/{id}/cancel")
    ModelAndView cancel(Shopkeeper keeper, @PathVariable UUID id) {
        Charge charge = charges.find(id, keeper.shop().id()).orElseThrow(NotThere::new);
        charges.cancel(charge);
        return Redirect.to("/shop/charges/" + id);
    }

    private static String status(Charge charge, Instant now) {
        return switch (charge.state()) {
            case PAID -> "paid";
            case CANCELLED -> "cancelled";
            case PAYING -> charge.expiresAt().plus(FORGOTTEN).isBefore(now) ? "expired" : "paying";
            case OPEN -> charge.isOver(now) ? "expired" : "open";
        };
    }
}
