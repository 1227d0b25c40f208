package sekisho.server.wallet.pay;

import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
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
import sekisho.server.shop.Charge;
import sekisho.server.shop.Charges;
import sekisho.server.shop.Shop;
import sekisho.server.shop.ShopCodes;
import sekisho.server.shop.ShopReading;
import sekisho.server.shop.Shops;
import sekisho.server.wallet.Doings;
import sekisho.server.wallet.Done;

/** Paying by a shop's code. */
@Controller
public final class PayPages {
    private static final String FORM = "wallet/pay";
    private static final String AMOUNT = "wallet/pay-amount";
    private static final String REVIEW = "wallet/pay-review";
    private static final int SHORT = 24;

    private final ShopCodes codes;
    private final Charges charges;
    private final Shops shops;
    private final Accounts accounts;
    private final Budgets budgets;
    private final Doings doings;

    PayPages(ShopCodes codes, Charges charges, Shops shops, Accounts accounts, Budgets budgets, Doings doings) {
        this.codes = codes;
        this.charges = charges;
        this.shops = shops;
        this.accounts = accounts;
        this.budgets = budgets;
        this.doings = doings;
    }

    /**
     * What is shown.
     *
     * @param keeper whether this person works in a shop
     */
    public record Form(String code, long available, boolean keeper, FormErrors errors) {}

    /** What is shown for a code without an amount. */
    public record Amount(String code, String shop, String place, String amount, long available, FormErrors errors) {}

    /**
     * What is shown.
     *
     * @param fixed whether the shop said the amount
     * @param typed whether a number was typed, and no code scanned
     * @param slip what the shop calls the charge; empty: there is none
     */
    public record Review(
            String request,
            String code,
            String shop,
            String place,
            long yen,
            boolean fixed,
            boolean typed,
            String slip,
            long available,
            FormErrors errors) {}

    @GetMapping("/pay")
    ModelAndView form(Visit visit, Customer customer) {
        return Page.of(FORM, visit, form(customer, "", FormErrors.NONE));
    }

    @PostMapping("/pay/read")
    ModelAndView read(Visit visit, Customer customer, @RequestParam(defaultValue = "") String code) {
        budgets.require(Purpose.PAY_CODE, customer.person().value().toString());
        return switch (codes.read(code, customer.wallet())) {
            case ShopReading.Refused refused -> refused(visit, customer, code, refused);
            case ShopReading.AnyAmount(var shop) ->
                Page.of(AMOUNT, visit, amount(visit, customer, code, shop, "", FormErrors.NONE));
            case ShopReading.OneCharge(var shop, var charge) -> {
                OperationId paid = charge.operation();
                yield charge.state() == Charge.State.PAID && paid != null
                        ? receipt(paid)
                        : Page.of(
                                REVIEW,
                                visit,
                                review(visit, customer, doings.newId(), code, shop, charge, FormErrors.NONE));
            }
        };
    }

    @PostMapping("/pay/review")
    ModelAndView review(
            Visit visit, Customer customer, @RequestParam String code, @RequestParam(defaultValue = "") String amount) {
        if (!(codes.read(code, customer.wallet()) instanceof ShopReading.AnyAmount(var shop))) {
            return read(visit, customer, code);
        }
        OptionalLong yen = MoneyText.yen(amount);
        long available = available(customer);
        if (yen.isEmpty() || yen.getAsLong() > available) {
            String sentence = yen.isEmpty()
                    ? visit.say("amount.bad")
                    : visit.say("send.amount.too-much", MoneyWords.yen(available));
            return Page.again(
                    AMOUNT, visit, amount(visit, customer, code, shop, amount, FormErrors.of("amount", sentence)));
        }
        return Page.of(
                REVIEW, visit, review(visit, customer, doings.newId(), code, shop, yen.getAsLong(), FormErrors.NONE));
    }

    @PostMapping("/pay")
    ModelAndView pay(
            Visit visit,
            Customer customer,
            @RequestParam String request,
            @RequestParam String code,
            @RequestParam String amount) {
        RequestId id = Doings.id(request);
        long yen = MoneyText.yen(amount).orElseThrow(NotThere::new);
        return switch (codes.read(code, customer.wallet())) {
            case ShopReading.Refused refused -> refused(visit, customer, code, refused);
            case ShopReading.AnyAmount(var shop) -> payAny(visit, customer, id, code, shop, yen);
            case ShopReading.OneCharge(var shop, var charge) -> {
                if (yen != charge.amount()) {
                    // The form says another amount than the shop: somebody changed it.
                    yield refused(visit, customer, code, new ShopReading.Refused("differs"));
                }
                yield payCharge(visit, customer, id, code, shop, charge);
            }
        };
    }

    private ModelAndView payAny(Visit visit, Customer customer, RequestId id, String code, Shop shop, long yen) {
        return switch (doings.submit(visit, id, command(customer, shop, yen))) {
            case Done.Accepted(var operation, var _) -> receipt(operation);
            case Done.Refused refused
            when refused.isAboutTheAmount() ->
                Page.again(
                        AMOUNT,
                        visit,
                        amount(
                                visit,
                                customer,
                                code,
                                shop,
                                Long.toString(yen),
                                FormErrors.of("amount", refused.sentence())));
            case Done.Refused refused ->
                again(visit, review(visit, customer, doings.newId(), code, shop, yen, form(refused.sentence())));
            case Done.NotDone(var sentence) ->
                again(visit, review(visit, customer, doings.newId(), code, shop, yen, form(sentence)));
            case Done.Unsure(var sentence) ->
                again(visit, review(visit, customer, text(id), code, shop, yen, form(sentence)));
        };
    }

    private ModelAndView payCharge(
            Visit visit, Customer customer, RequestId id, String code, Shop shop, Charge charge) {
        OperationId paid = charge.operation();
        if (charge.state() == Charge.State.PAID && paid != null) {
            return receipt(paid);
        }
        if (!charges.claim(charge, customer.wallet(), id)) {
            return late(visit, customer, code);
        }
        return switch (doings.submit(visit, id, command(customer, shop, charge.amount()))) {
            case Done.Accepted(var operation, var _) -> {
                charges.paid(charge, id, operation);
                yield receipt(operation);
            }
            case Done.Refused refused -> {
                charges.release(charge, id);
                yield again(
                        visit, review(visit, customer, doings.newId(), code, shop, charge, form(refused.sentence())));
            }
            case Done.NotDone(var sentence) -> {
                charges.release(charge, id);
                yield again(visit, review(visit, customer, doings.newId(), code, shop, charge, form(sentence)));
            }
            case Done.Unsure(var sentence) ->
                again(visit, review(visit, customer, text(id), code, shop, charge, form(sentence)));
        };
    }

    /** Somebody was faster: the customer in another window, or another one. */
    private ModelAndView late(Visit visit, Customer customer, String code) {
        return switch (codes.read(code, customer.wallet())) {
            case ShopReading.Refused refused -> refused(visit, customer, code, refused);
            case ShopReading.AnyAmount _ -> refused(visit, customer, code, new ShopReading.Refused("differs"));
            case ShopReading.OneCharge(var _, var charge) -> {
                OperationId paid = charge.operation();
                yield paid == null ? refused(visit, customer, code, new ShopReading.Refused("paying")) : receipt(paid);
            }
        };
    }

    private static PaymentCommand command(Customer customer, Shop shop, long yen) {
        return new PaymentCommand.Pay(customer.wallet(), shop.id(), Money.yen(yen), 0);
    }

    private ModelAndView refused(Visit visit, Customer customer, String code, ShopReading.Refused refused) {
        var errors = FormErrors.of("code", visit.say("pay.refused." + refused.reason()));
        return Page.again(FORM, visit, form(customer, code, errors));
    }

    private static ModelAndView again(Visit visit, Review review) {
        return Page.again(REVIEW, visit, review);
    }

    private static ModelAndView receipt(OperationId operation) {
        return Redirect.to("/receipt/" + Forms.OPERATION.write().apply(operation));
    }

    private static FormErrors form(String sentence) {
        return FormErrors.of(FormErrors.FORM, sentence);
    }

    private static String text(RequestId id) {
        return Forms.REQUEST.write().apply(id);
    }

    private Form form(Customer customer, String code, FormErrors errors) {
        return new Form(
                code, available(customer), shops.keeper(customer.person()).isPresent(), errors);
    }

    private Amount amount(Visit visit, Customer customer, String code, Shop shop, String amount, FormErrors errors) {
        return new Amount(
                code, shop.name(visit.language()), shop.place(visit.language()), amount, available(customer), errors);
    }

    private Review review(
            Visit visit, Customer customer, String request, String code, Shop shop, Charge charge, FormErrors errors) {
        return new Review(
                request,
                code,
                shop.name(visit.language()),
                shop.place(visit.language()),
                charge.amount(),
                true,
                isTyped(code),
                charge.reference(),
                available(customer),
                errors);
    }

    private Review review(
            Visit visit, Customer customer, String request, String code, Shop shop, long yen, FormErrors errors) {
        return new Review(
                request,
                code,
                shop.name(visit.language()),
                shop.place(visit.language()),
                yen,
                false,
                isTyped(code),
                "",
                available(customer),
                errors);
    }

    private static boolean isTyped(String code) {
        return code.strip().length() <= SHORT;
    }

    private long available(Customer customer) {
        return accounts.find(customer.account()).map(AccountState::available).orElse(0L);
    }
}
