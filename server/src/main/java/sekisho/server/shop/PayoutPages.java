package sekisho.server.shop;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.BankId;
import sekisho.protocol.RequestId;
import sekisho.server.founding.Founding;
import sekisho.server.history.AccountState;
import sekisho.server.history.Accounts;
import sekisho.server.json.Forms;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.MoneyText;
import sekisho.server.pages.MoneyWords;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.BankNames;
import sekisho.server.wallet.Doings;
import sekisho.server.wallet.Done;

/** Takings to the shop's bank account: the owner asks for it. */
@Controller
public final class PayoutPages {
    private static final String PAGE = "shop/payout";

    private final Payouts payouts;
    private final PayoutLedger ledger;
    private final PayoutCourier courier;
    private final Accounts accounts;
    private final BankNames banks;
    private final Founding founding;
    private final Doings doings;

    PayoutPages(
            Payouts payouts,
            PayoutLedger ledger,
            PayoutCourier courier,
            Accounts accounts,
            BankNames banks,
            Founding founding,
            Doings doings) {
        this.founding = founding;
        this.payouts = payouts;
        this.ledger = ledger;
        this.courier = courier;
        this.accounts = accounts;
        this.banks = banks;
        this.doings = doings;
    }

    /**
     * What is shown. Yen.
     *
     * @param held on its way to the bank
     */
    public record Model(
            Shopkeeper keeper,
            String bank,
            long balance,
            long held,
            String request,
            String amount,
            List<Payout> payouts,
            FormErrors errors) {}

    @GetMapping("/shop/payout")
    ModelAndView show(Visit visit, Shopkeeper keeper) {
        keeper.requireOwner();
        return Page.of(PAGE, visit, model(visit, keeper, doings.newId(), "", FormErrors.NONE));
    }

    @PostMapping("/shop/payout")
    ModelAndView ask(Visit visit, Shopkeeper keeper, @RequestParam String request, @RequestParam String amount) {
        keeper.requireOwner();
        RequestId id = Doings.id(request);
        OptionalLong yen = MoneyText.yen(amount);
        if (yen.isEmpty()) {
            return again(visit, keeper, request, amount, "amount", visit.say("amount.bad"));
        }
        long available =
                accounts.find(keeper.shop().yen()).map(AccountState::available).orElse(0L);
        Optional<BankId> before = payouts.plannedFrom(id, keeper.shop());
        if (before.isEmpty() && yen.getAsLong() > available) {
            String sentence = visit.say("send.amount.too-much", MoneyWords.yen(available));
            return again(visit, keeper, request, amount, "amount", sentence);
        }
        PayoutPlan plan = before.<PayoutPlan>map(PayoutPlan.From::new)
                .orElseGet(() -> ledger.plan(keeper.shop(), yen.getAsLong()));
        return switch (plan) {
            case PayoutPlan.From(var bank) ->
                ask(visit, keeper, new Wish(id, bank, yen.getAsLong(), amount), before.isPresent());
            case PayoutPlan.NoAccount _ ->
                again(visit, keeper, request, amount, FormErrors.FORM, visit.say("payout.no-account"));
            case PayoutPlan.Stopped _ ->
                again(visit, keeper, request, amount, FormErrors.FORM, visit.say("payout.stopped"));
            case PayoutPlan.Short(var most) -> {
                String sentence = visit.say("payout.no-funds", MoneyWords.yen(Math.max(most, 0)));
                yield again(visit, keeper, request, amount, "amount", sentence);
            }
        };
    }

    /** What is asked for: an amount in yen, from a bank; and as it was typed. */
    private record Wish(RequestId id, BankId bank, long yen, String typed) {}

    private ModelAndView ask(Visit visit, Shopkeeper keeper, Wish wish, boolean before) {
        RequestId id = wish.id();
        String amount = wish.typed();
        payouts.note(id, keeper, wish.bank(), wish.yen());
        var hold = WaitingPayout.hold(keeper.shop().yen(), wish.bank(), wish.yen());
        return switch (doings.submit(visit, id, hold, founding.behind(id, hold))) {
            case Done.Accepted(var _, var _) -> {
                payouts.ready(id);
                courier.wake();
                yield Redirect.to("/shop/payout");
            }
            case Done.Refused refused -> {
                payouts.forget(Payouts.uuid(id));
                String field = refused.isAboutTheAmount() ? "amount" : FormErrors.FORM;
                yield again(visit, keeper, doings.newId(), amount, field, refused.sentence());
            }
            case Done.NotDone(var sentence) -> {
                // What was noted before is there, and this is about something else under its id.
                if (!before) {
                    payouts.forget(Payouts.uuid(id));
                }
                yield again(visit, keeper, doings.newId(), amount, FormErrors.FORM, sentence);
            }
            case Done.Unsure(var sentence) -> {
                String same = Forms.REQUEST.write().apply(id);
                yield again(visit, keeper, same, amount, FormErrors.FORM, sentence);
            }
        };
    }

    private ModelAndView again(
            Visit visit, Shopkeeper keeper, String request, String amount, String field, String sentence) {
        return Page.again(PAGE, visit, model(visit, keeper, request, amount, FormErrors.of(field, sentence)));
    }

    private Model model(Visit visit, Shopkeeper keeper, String request, String amount, FormErrors errors) {
        Optional<AccountState> state = accounts.find(keeper.shop().yen());
        return new Model(
                keeper,
                banks.name(keeper.shop().bank(), visit.language()),
                state.map(AccountState::balance).orElse(0L),
                state.map(AccountState::held).orElse(0L),
                request,
                amount,
                payouts.of(keeper.shop()),
                errors);
    }
}
