package sekisho.server.wallet.history;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.EntryKind;
import sekisho.protocol.OutcomeKind;
import sekisho.server.entrance.Customer;
import sekisho.server.history.AccountState;
import sekisho.server.history.Accounts;
import sekisho.server.history.BookedEntry;
import sekisho.server.history.Entries;
import sekisho.server.history.EntryFilter;
import sekisho.server.history.Flows;
import sekisho.server.pages.MoneyText;
import sekisho.server.pages.Page;
import sekisho.server.pages.Visit;

/** The history, and a file of it. */
@Controller
public final class HistoryPages {
    private static final int SHOWN = 50;
    private static final int SEARCHED = 1_000;
    private static final int MOST_IN_FILE = 10_000;

    private static final Map<String, Set<OutcomeKind>> FILTERS = filters();

    private final Entries entries;
    private final Accounts accounts;
    private final Flows flows;
    private final Lines lines;
    private final Pendings pendings;

    HistoryPages(Entries entries, Accounts accounts, Flows flows, Lines lines, Pendings pendings) {
        this.entries = entries;
        this.accounts = accounts;
        this.flows = flows;
        this.lines = lines;
        this.pendings = pendings;
    }

    private static Map<String, Set<OutcomeKind>> filters() {
        var filters = new LinkedHashMap<String, Set<OutcomeKind>>();
        filters.put("all", Set.of());
        filters.put(
                "paid", Set.of(OutcomeKind.PAYMENT_PAID, OutcomeKind.PAYMENT_CAPTURED, OutcomeKind.PAYMENT_REFUNDED));
        filters.put("people", Set.of(OutcomeKind.TRANSFER_SENT));
        filters.put(
                "banks",
                Set.of(OutcomeKind.INSTRUCTION_BOOKED, OutcomeKind.TOP_UP_BOOKED, OutcomeKind.CASH_OUT_BOOKED));
        return filters;
    }

    /** Lines of one day. */
    public record Day(String title, List<Line> lines) {}

    /**
     * What the page shows.
     *
     * @param query what was searched for
     * @param filters their names
     * @param next cursor of the next page; 0: there is none
     */
    public record Model(
            String query,
            String filter,
            Set<String> filters,
            String month,
            Flows.Sums sums,
            long balance,
            List<Pending> pending,
            List<Day> days,
            long next) {}

    @GetMapping("/history")
    ModelAndView show(
            Visit visit,
            Customer customer,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "all") String filter,
            @RequestParam(defaultValue = "0") long before) {
        Set<OutcomeKind> outcomes = FILTERS.get(filter);
        String known = outcomes == null ? "all" : filter;
        String text = query.strip();
        OptionalLong amount = MoneyText.yen(text);
        var wanted = EntryFilter.ALL
                .withKinds(Set.of(EntryKind.POSTED))
                .withOutcomes(outcomes == null ? Set.of() : outcomes);
        if (amount.isPresent()) {
            wanted = wanted.withAmounts(amount.getAsLong(), amount.getAsLong());
        }
        boolean byName = !text.isEmpty() && amount.isEmpty();
        var page = entries.page(customer.account(), wanted, Math.max(0, before), byName ? SEARCHED : SHOWN);
        List<Line> found = lines.of(visit, page.entries());
        if (byName) {
            String lower = text.toLowerCase(Locale.ROOT);
            found = found.stream()
                    .filter(line -> line.title().toLowerCase(Locale.ROOT).contains(lower))
                    .toList();
        }
        boolean first = before <= 0 && text.isEmpty() && !known.equals("paid") && !known.equals("people");
        YearMonth month = visit.times().yearMonth(visit.now());
        LocalDate begun = month.atDay(1);
        return Page.of(
                "wallet/history",
                visit,
                new Model(
                        text,
                        known,
                        FILTERS.keySet(),
                        visit.times().month(month),
                        flows.since(
                                customer.account(),
                                begun.atStartOfDay(visit.zone()).toInstant()),
                        accounts.find(customer.account())
                                .map(AccountState::balance)
                                .orElse(0L),
                        first ? pendings.of(visit, customer.wallet()) : List.of(),
                        days(visit, found),
                        page.next()));
    }

    @GetMapping("/history.csv")
    ResponseEntity<byte[]> file(Visit visit, Customer customer) {
        var all = new ArrayList<BookedEntry>();
        var posted = EntryFilter.ALL.withKinds(Set.of(EntryKind.POSTED));
        long before = 0;
        do {
            var page = entries.page(customer.account(), posted, before, Entries.MOST);
            all.addAll(page.entries());
            before = page.next();
        } while (before != 0 && all.size() < MOST_IN_FILE);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sekisho-history.csv\"")
                .body(CsvText.of(visit, lines.of(visit, all)));
    }

    private static List<Day> days(Visit visit, List<Line> lines) {
        var days = new LinkedHashMap<String, List<Line>>();
        for (Line line : lines) {
            days.computeIfAbsent(visit.times().day(line.at()), _ -> new ArrayList<>())
                    .add(line);
        }
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }
}
