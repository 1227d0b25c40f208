package sekisho.server.shop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.formats.jpqr.CodeRefusal;
import sekisho.formats.jpqr.CustomerCode;
import sekisho.formats.jpqr.CustomerReading;
import sekisho.protocol.Money;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.RequestId;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.history.Takings;
import sekisho.server.json.Forms;
import sekisho.server.live.LiveFeed;
import sekisho.server.notice.Notices;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Language;
import sekisho.server.pages.MoneyText;
import sekisho.server.pages.MoneyWords;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.people.People;
import sekisho.server.wallet.Doings;
import sekisho.server.wallet.Done;

/** The till: an amount, and the code that a customer shows. */
@Controller
public final class TillPages {
    /** How long an authorisation of the till lasts. */
    static final Duration HELD = Duration.ofDays(7);

    private static final String TILL = "shop/till";
    private static final int RECENT = 5;

    private final CustomerCodes codes;
    private final Doings doings;
    private final DayList days;
    private final People people;
    private final Notices notices;
    private final LiveFeed live;
    private final Budgets budgets;

    TillPages(
            CustomerCodes codes,
            Doings doings,
            DayList days,
            People people,
            Notices notices,
            LiveFeed live,
            Budgets budgets) {
        this.codes = codes;
        this.doings = doings;
        this.days = days;
        this.people = people;
        this.notices = notices;
        this.live = live;
        this.budgets = budgets;
    }

    /**
     * What is shown.
     *
     * @param hold whether the amount is held only
     */
    public record Model(
            Shopkeeper keeper,
            String request,
            String amount,
            String code,
            boolean hold,
            Takings.Sums today,
            List<Taking> recent,
            FormErrors errors) {}

    /** What was typed. */
    record Typed(String amount, String code, boolean hold) {}

    @GetMapping("/shop")
    ModelAndView show(Visit visit, Shopkeeper keeper) {
        var empty = new Typed("", "", false);
        return Page.of(TILL, visit, model(visit, keeper, doings.newId(), empty, FormErrors.NONE));
    }

    @PostMapping("/shop/take")
    ModelAndView take(
            Visit visit,
            Shopkeeper keeper,
            @RequestParam String request,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "pay") String how) {
        RequestId id = Doings.id(request);
        var typed = new Typed(amount, code, how.equals("hold"));
        OptionalLong yen = MoneyText.yen(amount);
        if (yen.isEmpty()) {
            return again(visit, keeper, request, typed, FormErrors.of("amount", visit.say("amount.bad")));
        }
        return switch (CustomerCode.read(code)) {
            case CustomerReading.Refused(var reason) -> unread(visit, keeper, request, typed, reason);
            case CustomerReading.Read(var number) -> {
                Optional<CustomerCodes.Taken> taken =
                        codes.take(number, keeper.shop().id(), id, yen.getAsLong());
                if (taken.isEmpty()) {
                    budgets.require(Purpose.TILL_CODE, keeper.shop().id().toString());
                    yield again(visit, keeper, request, typed, FormErrors.of("code", visit.say("till.code.spent")));
                }
                yield charge(visit, keeper, id, taken.get(), yen.getAsLong(), typed);
            }
        };
    }

    private ModelAndView charge(
            Visit visit, Shopkeeper keeper, RequestId id, CustomerCodes.Taken taken, long yen, Typed typed) {
        PaymentCommand command = typed.hold()
                ? new PaymentCommand.Authorise(taken.wallet(), keeper.shop().id(), Money.yen(yen), HELD.toMillis())
                : new PaymentCommand.Pay(taken.wallet(), keeper.shop().id(), Money.yen(yen), 0);
        return switch (doings.submit(visit, id, command)) {
            case Done.Accepted(var operation, var repeated) -> {
                if (!repeated) {
                    tell(taken, typed.hold() ? "till-held" : "till-paid", keeper.shop(), yen);
                }
                yield Redirect.to("/shop/payments/" + Forms.OPERATION.write().apply(operation));
            }
            // What the engine says about the customer's money is none of the shop's business.
            case Done.Refused _ -> {
                codes.refused(taken);
                tell(taken, "till-refused", keeper.shop(), yen);
                live.changed(taken.wallet());
                yield once(visit, keeper, typed, visit.say("till.refused"));
            }
            case Done.NotDone(var sentence) -> {
                codes.refused(taken);
                live.changed(taken.wallet());
                yield once(visit, keeper, typed, sentence);
            }
            case Done.Unsure(var sentence) ->
                again(visit, keeper, Forms.REQUEST.write().apply(id), typed, FormErrors.of(FormErrors.FORM, sentence));
        };
    }

    /** The code is spent: the form keeps the amount only. */
    private ModelAndView once(Visit visit, Shopkeeper keeper, Typed typed, String sentence) {
        var rest = new Typed(typed.amount(), "", typed.hold());
        return Page.again(
                TILL, visit, model(visit, keeper, doings.newId(), rest, FormErrors.of(FormErrors.FORM, sentence)));
    }

    private ModelAndView unread(Visit visit, Shopkeeper keeper, String request, Typed typed, CodeRefusal reason) {
        budgets.require(Purpose.TILL_CODE, keeper.shop().id().toString());
        return again(visit, keeper, request, typed, FormErrors.of("code", visit.say("till.code." + word(reason))));
    }

    private static String word(CodeRefusal reason) {
        return switch (reason) {
            case CodeRefusal.Empty _ -> "empty";
            case CodeRefusal.BadCheckDigit _ -> "digit";
            case CodeRefusal.NotOurs _, CodeRefusal.NotJpqr _ -> "other";
            case CodeRefusal.TooLong _,
                    CodeRefusal.NoChecksum _,
                    CodeRefusal.BadChecksum _,
                    CodeRefusal.Malformed _,
                    CodeRefusal.Repeated _,
                    CodeRefusal.Missing _,
                    CodeRefusal.OutOfPlace _,
                    CodeRefusal.WrongForm _,
                    CodeRefusal.NotSupported _,
                    CodeRefusal.WrongCurrency _,
                    CodeRefusal.WrongCountry _ -> "form";
        };
    }

    private void tell(CustomerCodes.Taken taken, String kind, Shop shop, long yen) {
        people.find(taken.person())
                .ifPresent(person -> notices.tell(
                        person.id(), kind, shop.name(Language.of(person.language())), MoneyWords.yen(yen)));
    }

    private ModelAndView again(Visit visit, Shopkeeper keeper, String request, Typed typed, FormErrors errors) {
        return Page.again(TILL, visit, model(visit, keeper, request, typed, errors));
    }

    private Model model(Visit visit, Shopkeeper keeper, String request, Typed typed, FormErrors errors) {
        var today = visit.times().date(visit.now());
        return new Model(
                keeper,
                request,
                typed.amount(),
                typed.code(),
                typed.hold(),
                days.sums(visit, keeper.shop(), today),
                days.list(visit, keeper.shop(), today, RECENT),
                errors);
    }
}
