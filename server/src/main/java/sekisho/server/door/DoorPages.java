package sekisho.server.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.BankId;
import sekisho.protocol.Token;
import sekisho.server.budget.Budgets;
import sekisho.server.budget.Purpose;
import sekisho.server.linking.SupportedBank;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Language;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.session.ContentPolicy;

/** The door of bank customers who need not be ours. Before something is proved every answer is the same. */
@Controller
public final class DoorPages {
    private static final String VISIT = "sekisho.door";
    private static final String DONE = "/door/done";
    private static final Duration NOT_BEFORE = Duration.ofHours(24);

    /** How long what was proved is shown to the browser that proved it. */
    private static final Duration SHOWN = Duration.ofMinutes(15);

    private final SupportedBanks banks;
    private final Door door;
    private final LinkedFrom linked;
    private final Budgets budgets;

    DoorPages(SupportedBanks banks, Door door, LinkedFrom linked, Budgets budgets) {
        this.banks = banks;
        this.door = door;
        this.linked = linked;
        this.budgets = budgets;
    }

    /** A bank to choose. */
    public record Choice(String code, String name) {}

    /**
     * The first page.
     *
     * @param ready whether there is a door at all
     */
    public record Begin(boolean ready, List<Choice> banks) {}

    /** A bank that was chosen. */
    public record At(String code, String bank, FormErrors errors) {}

    /**
     * On the way.
     *
     * @param action where the form leads: a page of the bank
     * @param signed what the form carries
     * @param unlocks whether it is to unlock
     */
    public record Leaving(
            String code,
            String bank,
            String action,
            String signed,
            int matchingNumber,
            Instant until,
            boolean unlocks) {}

    /** What everybody is told who has proved nothing. */
    public record Nothing(Instant notBefore) {}

    /** After a weak proof. */
    public record Noted(String bank, Instant until) {}

    /**
     * A link, as the owner of the account may know it.
     *
     * @param status a word: active, waiting, suspended, closed
     * @param toppedUp yen
     */
    public record Seen(Instant since, String status, long toppedUp) {}

    /**
     * After a strong proof.
     *
     * @param became a word: locked, unlocking, open
     * @param until when the lock is lifted; null: not by itself
     */
    public record Proved(
            String bank, String became, @Nullable Instant until, Instant at, List<Seen> links) {}

    @GetMapping("/door")
    ModelAndView begin(Visit visit) {
        boolean ready = door.ready();
        List<Choice> choices = ready
                ? banks.all().stream()
                        .filter(bank -> !bank.speaksFapi())
                        .map(bank -> new Choice(code(bank), name(visit, bank)))
                        .toList()
                : List.of();
        return Page.of("door/begin", visit, new Begin(ready, choices));
    }

    /** The bank that was chosen from the list. */
    @GetMapping("/door/bank")
    ModelAndView choose(@RequestParam String code) {
        return Redirect.to("/door/at/" + code(bank(code)));
    }

    @GetMapping("/door/at/{code}")
    ModelAndView at(Visit visit, @PathVariable String code) {
        SupportedBank bank = bank(code);
        return Page.of("door/at", visit, new At(code(bank), name(visit, bank), FormErrors.NONE));
    }

    @PostMapping("/door/at/{code}")
    ModelAndView leave(Visit visit, HttpServletRequest http, @PathVariable String code, @RequestParam String errand) {
        SupportedBank bank = bank(code);
        Errand wanted = Errand.of(errand).orElseThrow(NotThere::new);
        if (!door.ready()) {
            return Redirect.to("/door");
        }
        budgets.require(Purpose.DOOR, http.getRemoteAddr());
        budgets.require(Purpose.DOOR_BANK, code);
        Optional<Door.Leaving> leaving =
                door.knock(bank, wanted, http.getSession().getId());
        if (leaving.isEmpty()) {
            var errors = FormErrors.of(FormErrors.FORM, visit.say("door.at.impossible"));
            return Page.again("door/at", visit, new At(code, name(visit, bank), errors));
        }
        http.getSession().setAttribute(VISIT, leaving.get().visit());
        ContentPolicy.allowFormsTo(http, origin(bank.issuer()));
        return Page.of(
                "door/leave",
                visit,
                new Leaving(
                        code,
                        name(visit, bank),
                        bank.issuer() + "/authorize",
                        leaving.get().form(),
                        leaving.get().matchingNumber(),
                        leaving.get().until(),
                        wanted == Errand.UNLOCK));
    }

    /** Where a bank sends the browser. Whatever it brings, it is used up, gone from the address, and leads to the same place. */
    @GetMapping("/door/return")
    ModelAndView comeBack(HttpServletRequest http, @RequestParam String result) {
        if (door.ready()) {
            door.comeBack(result, http.getSession().getId());
        }
        return Redirect.to(DONE);
    }

    @GetMapping(DONE)
    ModelAndView done(Visit visit, HttpServletRequest http) {
        Optional<DoorVisit> mine = door.ready() && http.getSession().getAttribute(VISIT) instanceof String nonce
                ? door.visit(nonce)
                : Optional.empty();
        DoorVisit.@Nullable Answered answer = mine.map(DoorVisit::answer).orElse(null);
        boolean late = answer == null || answer.at().plus(SHOWN).isBefore(visit.now());
        if (mine.isEmpty() || answer == null || late) {
            return nothing(visit);
        }
        return switch (answer.became()) {
            case NO -> nothing(visit);
            case NOTED -> Page.of("door/noted", visit, new Noted(bankOf(visit, mine.get()), until(visit, answer)));
            case LOCKED, UNLOCKING, OPEN -> Page.of("door/proved", visit, proved(visit, mine.get(), answer));
        };
    }

    private static ModelAndView nothing(Visit visit) {
        return Page.of("door/nothing", visit, new Nothing(visit.now().plus(NOT_BEFORE)));
    }

    private Proved proved(Visit visit, DoorVisit mine, DoorVisit.Answered answer) {
        @Nullable Token account = answer.account();
        List<Seen> links = account == null ? List.of() : linked.of(mine.bank(), account);
        return new Proved(bankOf(visit, mine), answer.became().word(), answer.until(), answer.at(), links);
    }

    private static Instant until(Visit visit, DoorVisit.Answered answer) {
        @Nullable Instant until = answer.until();
        return until == null ? visit.now() : until;
    }

    private String bankOf(Visit visit, DoorVisit mine) {
        return banks.find(mine.bank()).map(bank -> name(visit, bank)).orElse("");
    }

    private SupportedBank bank(String code) {
        if (!code.matches("[0-9]{4}")) {
            throw new NotThere();
        }
        // A bank that speaks FAPI has no word for the door: nothing of it names the knock.
        return banks.find(new BankId(Integer.parseInt(code)))
                .filter(bank -> !bank.speaksFapi())
                .orElseThrow(NotThere::new);
    }

    private static String code(SupportedBank bank) {
        return String.format(Locale.ROOT, "%04d", bank.bank().code());
    }

    private static String name(Visit visit, SupportedBank bank) {
        return visit.language() == Language.JA ? bank.nameJa() : bank.nameEn();
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
