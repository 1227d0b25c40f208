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
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.TopUpCommand;
import sekisho.server.entrance.Customer;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.pages.Page;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.Doings;

/** What a wallet may do now. The engine is asked, by tries that are never done: nobody else knows. */
@Controller
public final class LimitPage {
    private final Links links;
    private final Doings doings;

    LimitPage(Links links, Doings doings) {
        this.links = links;
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

    public record Model(List<Limit> limits) {}

    @GetMapping("/settings/limits")
    ModelAndView show(Visit visit, Customer customer) {
        var limits = new ArrayList<Limit>();
        links.ofWallet(customer.wallet()).stream()
                .filter(link -> link.status() == LinkStatus.ACTIVE)
                .map(LinkState::link)
                .findFirst()
                .ifPresent(link -> {
                    limit("top-up", yen -> new TopUpCommand.Start(customer.wallet(), link, Money.yen(yen)))
                            .ifPresent(limits::add);
                    limit("cash-out", yen -> new CashOutCommand.Start(customer.wallet(), link, Money.yen(yen)))
                            .ifPresent(limits::add);
                });
        return Page.of("wallet/limits", visit, new Model(limits));
    }

    private Optional<Limit> limit(String key, LongFunction<Command<?>> command) {
        Optional<Refused> most = doings.tried(command.apply(Money.MAX));
        if (most.isEmpty() || most.get().reason() != Refusal.OVER_LIMIT_PER_OPERATION) {
            return Optional.empty();
        }
        long each = most.get().bound();
        Optional<Refused> next = each < 1 ? Optional.empty() : doings.tried(command.apply(each));
        String period = next.map(refused -> period(refused.reason())).orElse(null);
        return Optional.of(
                new Limit(key, each, period == null ? each : next.get().bound(), period));
    }

    private static @Nullable String period(Refusal reason) {
        return switch (reason) {
            case OVER_LIMIT_24_HOURS -> "24-hours";
            case OVER_LIMIT_30_DAYS -> "30-days";
            case OVER_LIMIT_DAY -> "day";
            case OVER_LIMIT_MONTH -> "month";
            case OVER_BALANCE_CAP -> "balance";
            default -> null;
        };
    }
}
