package sekisho.server.wallet.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.Command;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.server.entrance.Customer;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.pages.Page;
import sekisho.server.pages.Visit;
import sekisho.server.people.People;
import sekisho.server.shop.Shops;
import sekisho.server.wallet.Doings;

/** What a wallet may do now. The engine is asked, by tries that are never done: nobody else knows. */
@Controller
public final class LimitPage {
    /** Of wallets and shops that are asked about: the first may be frozen or closed. */
    private static final int TRIED = 5;

    private final Links links;
    private final People people;
    private final Shops shops;
    private final Doings doings;

    LimitPage(Links links, People people, Shops shops, Doings doings) {
        this.links = links;
        this.people = people;
        this.shops = shops;
        this.doings = doings;
    }

    /**
     * A limit.
     *
     * @param key of its words
     * @param each most at once, yen
     * @param left what is left of the period that is nearest its end, yen
     * @param period key of that period; null: nothing less than {@code each}
     */
    public record Limit(
            String key, long each, long left, @Nullable String period) {}

    /**
     * What is shown.
     *
     * @param linked whether there is an account to top up from and cash out to
     */
    public record Model(List<Limit> limits, boolean linked) {}

    @GetMapping("/settings/limits")
    ModelAndView show(Visit visit, Customer customer) {
        var limits = new ArrayList<Limit>();
        Optional<OperationId> link = links.ofWallet(customer.wallet()).stream()
                .filter(known -> known.status() == LinkStatus.ACTIVE)
                .map(LinkState::link)
                .findFirst();
        link.flatMap(known -> limit("top-up", yen -> new TopUpCommand.Start(customer.wallet(), known, Money.yen(yen))))
                .ifPresent(limits::add);
        send(customer).ifPresent(limits::add);
        pay(customer).ifPresent(limits::add);
        link.flatMap(known ->
                        limit("cash-out", yen -> new CashOutCommand.Start(customer.wallet(), known, Money.yen(yen))))
                .ifPresent(limits::add);
        return Page.of("wallet/limits", visit, new Model(limits, link.isPresent()));
    }

    /** The engine looks at the payer's limits before it looks at what the payee may hold: any payee will do. */
    private Optional<Limit> send(Customer customer) {
        return people.others(customer.wallet(), TRIED).stream()
                .map(payee -> limit(
                        "send", yen -> new TransferCommand.Send(customer.wallet(), payee, Money.yen(yen), false, 0)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Limit> pay(Customer customer) {
        return shops.all().stream()
                .limit(TRIED)
                .map(shop ->
                        limit("pay", yen -> new PaymentCommand.Pay(customer.wallet(), shop.id(), Money.yen(yen), 0)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Limit> limit(String key, LongFunction<Command<?>> command) {
        Optional<Refused> most = doings.tried(command.apply(Money.MAX));
        if (most.isEmpty() || most.get().reason() != Refusal.OVER_LIMIT_PER_OPERATION) {
            return Optional.empty();
        }
        long each = most.get().bound();
        Optional<Refused> next = each < 1 ? Optional.empty() : doings.tried(command.apply(each));
        String period = next.map(LimitPage::period).orElse(null);
        return Optional.of(
                new Limit(key, each, period == null ? each : next.get().bound(), period));
    }

    private static @Nullable String period(Refused refused) {
        return switch (refused.reason()) {
            case OVER_LIMIT_24_HOURS -> "24-hours";
            case OVER_LIMIT_30_DAYS -> "30-days";
            case OVER_LIMIT_DAY -> "day";
            case OVER_LIMIT_MONTH -> "month";
            // With no number it is another's balance, which is nobody's business.
            case OVER_BALANCE_CAP -> refused.bound() > 0 ? "balance" : null;
            default -> null;
        };
    }
}
