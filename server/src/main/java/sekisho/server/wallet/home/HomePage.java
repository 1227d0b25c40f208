package sekisho.server.wallet.home;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.EntryKind;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.LinkStatus;
import sekisho.server.entrance.Customer;
import sekisho.server.history.AccountState;
import sekisho.server.history.Accounts;
import sekisho.server.history.Entries;
import sekisho.server.history.EntryFilter;
import sekisho.server.history.Flows;
import sekisho.server.history.HolderState;
import sekisho.server.history.Holders;
import sekisho.server.history.Links;
import sekisho.server.notice.Notices;
import sekisho.server.pages.Bars;
import sekisho.server.pages.Page;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.history.Line;
import sekisho.server.wallet.history.Lines;
import sekisho.server.wallet.history.Pending;
import sekisho.server.wallet.history.Pendings;
import sekisho.server.wallet.request.MoneyRequest;
import sekisho.server.wallet.request.MoneyRequests;

/** The first page of the wallet. */
@Controller
public final class HomePage {
    private static final int MONTHS = 6;
    private static final int RECENT = 4;

    private final Accounts accounts;
    private final Entries entries;
    private final Flows flows;
    private final Holders holders;
    private final Links links;
    private final Notices notices;
    private final Lines lines;
    private final Pendings pendings;
    private final MoneyRequests requests;

    HomePage(
            Accounts accounts,
            Entries entries,
            Flows flows,
            Holders holders,
            Links links,
            Notices notices,
            Lines lines,
            Pendings pendings,
            MoneyRequests requests) {
        this.accounts = accounts;
        this.entries = entries;
        this.flows = flows;
        this.holders = holders;
        this.links = links;
        this.notices = notices;
        this.lines = lines;
        this.pendings = pendings;
        this.requests = requests;
    }

    /**
     * What the page shows. Amounts are yen.
     *
     * @param held reserved to leave: a part of the balance that cannot be used
     * @param asks what others ask this person for
     */
    public record Model(
            long balance,
            long held,
            boolean frozen,
            boolean linked,
            int unread,
            List<Pending> pending,
            List<MoneyRequest> asks,
            Spent spent,
            List<Line> recent) {}

    /**
     * What is shown.
     *
     * @param none whether nothing was spent in any of the months
     */
    public record Spent(String month, long yen, Bars bars, boolean none) {}

    @GetMapping("/home")
    ModelAndView show(Visit visit, Customer customer) {
        return Page.of("wallet/home", visit, model(visit, customer));
    }

    /** The same without its frame, for when something has changed. */
    @GetMapping("/home/now")
    ModelAndView now(Visit visit, Customer customer) {
        return Page.of("wallet/home-now", visit, model(visit, customer));
    }

    private Model model(Visit visit, Customer customer) {
        AccountState state = accounts.find(customer.account()).orElse(null);
        var posted = EntryFilter.ALL.withKinds(Set.of(EntryKind.POSTED));
        return new Model(
                state == null ? 0 : state.balance(),
                state == null ? 0 : state.held(),
                holders.wallet(customer.wallet()).map(HolderState::frozen).orElse(FreezeScope.NONE) != FreezeScope.NONE,
                links.ofWallet(customer.wallet()).stream().anyMatch(link -> link.status() == LinkStatus.ACTIVE),
                notices.unread(customer.person()),
                pendings.of(visit, customer.wallet()),
                requests.askedOf(customer.person()),
                spent(visit, customer),
                lines.of(
                        visit,
                        entries.page(customer.account(), posted, 0, RECENT).entries()));
    }

    private Spent spent(Visit visit, Customer customer) {
        YearMonth now = visit.times().yearMonth(visit.now());
        LocalDate first = now.minusMonths(MONTHS - 1).atDay(1);
        Map<YearMonth, Long> months =
                flows.spent(customer.account(), first.atStartOfDay(visit.zone()).toInstant(), visit.zone());
        var values = new ArrayList<Bars.Value>();
        for (int i = MONTHS - 1; i >= 0; i--) {
            YearMonth month = now.minusMonths(i);
            values.add(new Bars.Value(visit.times().shortMonth(month), months.getOrDefault(month, 0L)));
        }
        return new Spent(visit.times().month(now), months.getOrDefault(now, 0L), Bars.of(values), months.isEmpty());
    }
}
