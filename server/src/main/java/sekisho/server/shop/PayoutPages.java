package sekisho.server.shop;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.BankId;
import sekisho.protocol.RequestId;
import sekisho.server.ServerSettings;
import sekisho.server.history.AccountState;
import sekisho.server.history.Accounts;
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
    private final Accounts accounts;
    private final BankNames banks;
    private final Doings doings;
    private final boolean demonstration;

    PayoutPages(
            Payouts payouts,
            Accounts accounts,
            BankNames banks,
            Doings doings,
            ServerSettings settings,
            Environment environment) {
        this.payouts = payouts;
        this.accounts = accounts;
        this.banks = banks;
        this.doings = doings;
        this.demonstration = environment.getProperty("sekisho.shop.transfers-at-once", Boolean.class, settings.demo());
    }

    /**
     * What is shown. Yen.
     *
     * @param held on its way to the bank
     * @param demonstration whether transfers are taken as made at once
     */
    public record Model(
            Shopkeeper keeper,
            String bank,
            long balance,
            long held,
            String request,
            String amount,
            boolean demonstration,
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
        Optional<BankId> from = before.or(() -> payouts.plan(keeper.shop(), yen.getAsLong()));
        if (from.isEmpty()) {
            return again(visit, keeper, request, amount, FormErrors.FORM, visit.say("payout.no-funds"));
        }
        payouts.note(id, keeper, from.get(), yen.getAsLong());
        var hold = Payouts.hold(keeper.shop(), from.get(), yen.getAsLong());
        return switch (doings.submit(visit, id, hold)) {
            case Done.Accepted(var _, var _) -> {
                if (demonstration) {
                    payouts.paid(new UUID(id.high(), id.low()));
                }
                yield Redirect.to("/shop/payout");
            }
            case Done.Refused refused -> {
                payouts.forget(id);
                String field = refused.isAboutTheAmount() ? "amount" : FormErrors.FORM;
                yield again(visit, keeper, doings.newId(), amount, field, refused.sentence());
            }
            case Done.NotDone(var sentence) -> {
                // What was noted before is there, and this is about something else under its id.
                if (before.isEmpty()) {
                    payouts.forget(id);
                }
                yield again(visit, keeper, doings.newId(), amount, FormErrors.FORM, sentence);
            }
            case Done.Unsure(var sentence) -> again(visit, keeper, request, amount, FormErrors.FORM, sentence);
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
                demonstration,
                payouts.of(keeper.shop()),
                errors);
    }
}
