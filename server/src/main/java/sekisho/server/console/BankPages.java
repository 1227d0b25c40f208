package sekisho.server.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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

    BankPages(
            Frames frames,
            BankLines lines,
            Instructions instructions,
            Switches switches,
            Reopenings reopenings,
            Actions actions,
            ActionLines actionLines,
            Doings doings) {
        this.frames = frames;
        this.lines = lines;
        this.instructions = instructions;
        this.switches = switches;
        this.reopenings = reopenings;
        this.actions = actions;
        this.actionLines = actionLines;
        this.doings = doings;
    }

    /**
     * Something in flight.
     *
     * @param state {@code waiting}, {@code sent} or {@code doubt}
     * @param what the key of its kind
     */
    public record Flight(String reference, String state, String what, String yen, String since) {}

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
            @Nullable String took) {

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
        var form = Doings.id(request);
        for (BankOperation one : picked) {
            var by =
                    new Switches.By(member, Actions.Why.of(why.get(), note.strip()), why.get(), Switches.of(form, one));
            FormErrors wrong = wrong(visit, switches.close(by, bank, one));
            if (!wrong.isEmpty()) {
                return again(visit, member, bank, "close", filled(picked, reason, note, wrong));
            }
            reopenings.closed(bank, one);
        }
        return Redirect.to("/console/banks/" + code + "?done=" + request);
    }

    /** The first person asks; nothing is opened. */
    @PostMapping("/console/banks/{code}/reopen")
    ModelAndView ask(
            Visit visit,
            StaffMember member,
            @PathVariable String code,
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
        for (BankOperation one : picked) {
            var why = Actions.Why.of(Reason.HANDLED, note.strip());
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
        var result = switches.reopen(new Switches.By(member, why, Reason.HANDLED, id), bank, asked.operation());
        FormErrors wrong = wrong(visit, result);
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
                done.isEmpty() ? null : took(done));
    }

    /** The longest of the switches that a form set. */
    private @Nullable String took(String done) {
        var form = Doings.id(done);
        Duration longest = Duration.ZERO;
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
            case REQUESTED, SETTLED, DECLINED, WITHDRAWN -> "waiting";
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

    private static FormErrors wrong(Visit visit, Switches.Result result) {
        return switch (result) {
            case Switches.Result.Effective _ -> FormErrors.NONE;
            case Switches.Result.Refused(var code) ->
                FormErrors.of(FormErrors.FORM, visit.say("console.refused", code));
            case Switches.Result.NotDone() -> FormErrors.of(FormErrors.FORM, visit.say("console.not-done"));
            case Switches.Result.Unsure() -> FormErrors.of(FormErrors.FORM, visit.say("console.unsure"));
        };
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

    private static BankId bank(String code) {
        try {
            return Forms.BANK.parse(code);
        } catch (BadValue notOne) {
            throw new NotThere();
        }
    }
}
