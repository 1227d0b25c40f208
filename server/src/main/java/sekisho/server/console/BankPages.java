package sekisho.server.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.RequestId;
import sekisho.server.history.InstructionState;
import sekisho.server.history.Instructions;
import sekisho.server.json.BadValue;
import sekisho.server.json.Forms;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.Doings;

/** One bank: its switches, what is in flight, who did what. */
@Controller
public final class BankPages {
    private static final int MOST_FLYING = 50;
    private static final int MOST_ACTIONS = 30;
    private static final int LONGEST_NOTE = 200;

    private final Frames frames;
    private final BankLines lines;
    private final Instructions instructions;
    private final Switches switches;
    private final Reopenings reopenings;
    private final Actions actions;
    private final ActionLines actionLines;
    private final Doings doings;
    private final Flights flights;
    private final ApprovalLines approvals;

    BankPages(
            Frames frames,
            BankLines lines,
            Instructions instructions,
            Switches switches,
            Reopenings reopenings,
            Actions actions,
            ActionLines actionLines,
            Doings doings,
            Flights flights,
            ApprovalLines approvals) {
        this.frames = frames;
        this.lines = lines;
        this.instructions = instructions;
        this.switches = switches;
        this.reopenings = reopenings;
        this.actions = actions;
        this.actionLines = actionLines;
        this.doings = doings;
        this.flights = flights;
        this.approvals = approvals;
    }

    /**
     * Something in flight.
     *
     * @param state {@code waiting}, {@code sent}, {@code doubt}; when it has ended {@code settled}, {@code declined}, {@code withdrawn}
     * @param what the key of its kind
     */
    public record Flight(String reference, String state, String what, String yen, String since) {

        /** How it looks. */
        public String kind() {
            return switch (state) {
                case "doubt" -> "doubt";
                case "settled" -> "done";
                case "declined", "withdrawn" -> "refused";
                default -> "wait";
            };
        }

        public String icon() {
            return switch (kind()) {
                case "doubt" -> "doubt";
                case "done" -> "ok";
                case "refused" -> "refuse";
                default -> "clock";
            };
        }
    }

    /** What was in flight when a switch was closed, as it stands now: how much of it how, and the first of it. */
    public record Followed(Map<InstructionStatus, Integer> counts, List<Flight> flights) {
        public Followed {
            counts = new EnumMap<>(counts);
            flights = List.copyOf(flights);
        }

        public int all() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Those whose end is not known yet. */
        public int open() {
            return count(InstructionStatus.REQUESTED)
                    + count(InstructionStatus.CLAIMED)
                    + count(InstructionStatus.IN_DOUBT);
        }

        public int settled() {
            return count(InstructionStatus.SETTLED);
        }

        public int declined() {
            return count(InstructionStatus.DECLINED);
        }

        public int withdrawn() {
            return count(InstructionStatus.WITHDRAWN);
        }

        private int count(InstructionStatus status) {
            return counts.getOrDefault(status, 0);
        }
    }

    /** What a second person has to confirm. */
    public record Waiting(UUID id, String word, String by, String at, String note, boolean own) {}

    /** A form as it was filled in; empty the first time. */
    public record Filled(Set<String> picked, String reason, String note, FormErrors errors) {
        static final Filled NOT = new Filled(Set.of(), "", "", FormErrors.NONE);
    }

    /**
     * What is shown.
     *
     * @param request made with the forms
     * @param dialog which dialog is open: {@code close}, {@code reopen}, or none
     * @param took how long it took until the engine had closed or opened something; null: nothing was
     * @param followed what was in flight when it was closed; null: nothing was closed just now
     * @param proposals what waits for signatures
     */
    public record Model(
            Frame frame,
            BankLine bank,
            List<Flight> flights,
            List<Waiting> waiting,
            List<ActionLine> actions,
            List<Reason> reasons,
            String request,
            String dialog,
            Filled filled,
            @Nullable String took,
            @Nullable Followed followed,
            List<ApprovalLine> proposals) {

        public long closedGates() {
            return bank.gates().stream()
                    .filter(gate -> gate.kind().equals("shut"))
                    .count();
        }

        public long openGates() {
            return bank.gates().stream().filter(BankLine.Gate::open).count();
        }
    }

    @GetMapping("/console/banks/{code}")
    ModelAndView show(
            Visit visit,
            StaffMember member,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String dialog,
            @RequestParam(defaultValue = "") String pick,
            @RequestParam(defaultValue = "") String done) {
        var filled = new Filled(Set.of(pick), "", "", FormErrors.NONE);
        return Page.of(
                "console/bank",
                visit,
                model(visit, member, bank(code), dialog, pick.isEmpty() ? Filled.NOT : filled, done));
    }

    @PostMapping("/console/banks/{code}/close")
    ModelAndView close(
            Visit visit,
            StaffMember member,
            @PathVariable String code,
            @RequestParam String request,
            @RequestParam(required = false) @Nullable List<String> operation,
            @RequestParam String reason,
            @RequestParam String note) {
        BankId bank = bank(code);
        var picked = operations(operation);
        var why = Reason.of(reason).filter(Reason.ofClosing()::contains);
        var errors = errors(visit, picked, note);
        if (why.isEmpty()) {
            errors = errors.with("reason", visit.say("console.reason.choose"));
        }
        if (!errors.isEmpty() || why.isEmpty()) {
            return again(visit, member, bank, "close", filled(picked, reason, note, errors));
        }
        var by = new Switches.By(member, Actions.Why.of(why.get(), note.strip()), why.get(), Doings.id(request));
        var result = switches.close(by, bank, picked);
        if (result instanceof Switches.Result.ToSign(var proposal)) {
            return Redirect.to(ApprovalPages.path(proposal));
        }
        FormErrors wrong = Switches.wrong(visit, result);
        if (!wrong.isEmpty()) {
            return again(visit, member, bank, "close", filled(picked, reason, note, wrong));
        }
        picked.forEach(one -> reopenings.closed(bank, one));
        return Redirect.to("/console/banks/" + code + "?done=" + request);
    }

    /** The first person asks, or in a founded book signs; nothing is opened. */
    @PostMapping("/console/banks/{code}/reopen")
    ModelAndView ask(
            Visit visit,
            StaffMember member,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String request,
            @RequestParam(required = false) @Nullable List<String> operation,
            @RequestParam String note) {
        BankId bank = bank(code);
        var picked = operations(operation);
        var errors = errors(visit, picked, note);
        if (note.isBlank()) {
            errors = errors.with("note", visit.say("console.note.needed"));
        }
        if (!errors.isEmpty()) {
            return again(visit, member, bank, "reopen", filled(picked, "", note, errors));
        }
        var why = Actions.Why.of(Reason.HANDLED, note.strip());
        if (switches.signsReopening(bank)) {
            var by = new Switches.By(member, why, Reason.HANDLED, Doings.id(request));
            var result = switches.reopen(by, bank, picked);
            return result instanceof Switches.Result.ToSign(var proposal)
                    ? Redirect.to(ApprovalPages.path(proposal))
                    : again(visit, member, bank, "reopen", filled(picked, "", note, Switches.wrong(visit, result)));
        }
        for (BankOperation one : picked) {
            reopenings.ask(member, bank, one, why);
            actions.note(member, ActionKind.askReopen(one), Forms.BANK.write().apply(bank), why);
        }
        return Redirect.to("/console/banks/" + code);
    }

    /** The second person confirms, and it is opened. */
    @PostMapping("/console/banks/{code}/confirm")
    ModelAndView confirm(
            Visit visit,
            StaffMember member,
            @PathVariable String code,
            @RequestParam UUID reopening,
            @RequestParam String request) {
        BankId bank = bank(code);
        var asked = reopenings
                .find(reopening)
                .filter(one -> one.bank().equals(bank))
                .orElseThrow(NotThere::new);
        if (!reopenings.confirm(asked.id(), member)) {
            var errors = FormErrors.of(FormErrors.FORM, visit.say("console.confirm.other"));
            return Page.of(
                    "console/bank",
                    visit,
                    model(visit, member, bank, "", new Filled(Set.of(), "", "", errors), ""),
                    HttpStatus.CONFLICT);
        }
        var why = Actions.Why.of(Reason.HANDLED, asked.note());
        var id = Switches.of(Doings.id(request), asked.operation());
        var result = switches.reopen(new Switches.By(member, why, Reason.HANDLED, id), bank, Set.of(asked.operation()));
        FormErrors wrong = Switches.wrong(visit, result);
        if (!wrong.isEmpty()) {
            return again(visit, member, bank, "", new Filled(Set.of(), "", "", wrong));
        }
        reopenings.end(asked.id());
        return Redirect.to("/console/banks/" + code + "?done=" + request);
    }

    private ModelAndView again(Visit visit, StaffMember member, BankId bank, String dialog, Filled filled) {
        return Page.again("console/bank", visit, model(visit, member, bank, dialog, filled, ""));
    }

    private Model model(Visit visit, StaffMember member, BankId bank, String dialog, Filled filled, String done) {
        BankLine line = lines.find(visit, bank).orElseThrow(NotThere::new);
        return new Model(
                frames.of(member, "banks"),
                line,
                instructions.open(bank, null, null, MOST_FLYING).stream()
                        .map(flight -> flight(visit, flight))
                        .toList(),
                reopenings.waiting().stream()
                        .filter(asked -> asked.bank().equals(bank))
                        .map(asked -> waiting(visit, member, asked))
                        .toList(),
                actionLines.of(visit, actions.about(line.code(), MOST_ACTIONS)),
                Reason.ofClosing(),
                doings.newId(),
                dialog,
                filled,
                done.isEmpty() ? null : took(done),
                done.isEmpty() ? null : followed(visit, Doings.id(done)),
                approvals.of(visit, member, line.code()));
    }

    private @Nullable Followed followed(Visit visit, RequestId closing) {
        var counts = flights.counts(closing);
        return counts.isEmpty()
                ? null
                : new Followed(
                        counts,
                        flights.of(closing, MOST_FLYING).stream()
                                .map(flight -> flight(visit, flight))
                                .toList());
    }

    /** The longest of the switches that a form set. */
    private @Nullable String took(String done) {
        var form = Doings.id(done);
        Duration longest = actions.took(form).orElse(Duration.ZERO);
        for (BankOperation one : BankOperation.values()) {
            Duration took = actions.took(Switches.of(form, one)).orElse(Duration.ZERO);
            longest = took.compareTo(longest) > 0 ? took : longest;
        }
        return longest.isZero() ? null : ActionLines.seconds(longest);
    }

    private static Flight flight(Visit visit, InstructionState state) {
        String how = switch (state.status()) {
            case IN_DOUBT -> "doubt";
            case CLAIMED -> "sent";
            case REQUESTED -> "waiting";
            case SETTLED -> "settled";
            case DECLINED -> "declined";
            case WITHDRAWN -> "withdrawn";
        };
        return new Flight(
                Forms.OPERATION.write().apply(state.instruction()).substring(0, 8),
                how,
                state.operation() == BankOperation.TOP_UPS ? "console.gate.top-ups" : "console.gate.cash-outs",
                visit.yen(state.amount().minorUnits()),
                visit.times().seconds(state.changedAt()));
    }

    private static Waiting waiting(Visit visit, StaffMember member, Reopenings.Asked asked) {
        return new Waiting(
                asked.id(),
                "console.gate."
                        + asked.operation().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                asked.by(visit.language()),
                visit.recent(asked.at()),
                asked.note(),
                asked.by().equals(member.id()));
    }

    private static FormErrors errors(Visit visit, Set<BankOperation> picked, String note) {
        var errors = picked.isEmpty() ? FormErrors.of("operation", visit.say("console.pick")) : FormErrors.NONE;
        return note.length() > LONGEST_NOTE ? errors.with("note", visit.say("console.note.long")) : errors;
    }

    private static Filled filled(Set<BankOperation> picked, String reason, String note, FormErrors errors) {
        var names = new ArrayList<String>();
        picked.forEach(one -> names.add(one.name()));
        return new Filled(Set.copyOf(names), reason, note, errors);
    }

    private static Set<BankOperation> operations(@Nullable List<String> words) {
        var picked = EnumSet.noneOf(BankOperation.class);
        for (BankOperation one : BankOperation.values()) {
            if (words != null && words.contains(one.name())) {
                picked.add(one);
            }
        }
        return picked;
    }

    static BankId bank(String code) {
        try {
            return Forms.BANK.parse(code);
        } catch (BadValue notOne) {
            throw new NotThere();
        }
    }
}
