package sekisho.server.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.server.history.BankState;
import sekisho.server.history.BankStates;
import sekisho.server.history.SwitchState;
import sekisho.server.json.Forms;
import sekisho.server.linking.SupportedBank;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.pages.MoneyWords;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.BankNames;

/** Reads the board. Any thread. */
final class BankLines {
    private static final int FEW = 5;
    private static final int MOST_SHARE = 5;

    private final BankStates states;
    private final SupportedBanks supported;
    private final BankNames names;
    private final BankFigures figures;
    private final Reopenings reopenings;
    private final Proposals proposals;
    private final Actions actions;

    BankLines(
            BankStates states,
            SupportedBanks supported,
            BankNames names,
            BankFigures figures,
            Reopenings reopenings,
            Proposals proposals,
            Actions actions) {
        this.states = states;
        this.supported = supported;
        this.names = names;
        this.figures = figures;
        this.reopenings = reopenings;
        this.proposals = proposals;
        this.actions = actions;
    }

    /** All banks that the engine knows, by code. */
    List<BankLine> all(Visit visit) {
        var known = new HashMap<BankId, SupportedBank>();
        supported.all().forEach(bank -> known.put(bank.bank(), bank));
        var today = figures.since(midnight(visit));
        var waiting = waiting();
        var lines = new ArrayList<BankLine>();
        for (BankState state : states.all()) {
            SupportedBank bank = known.get(state.bank());
            String name = bank == null
                    ? names.name(state.bank(), visit.language())
                    : BankNames.called(bank, visit.language());
            lines.add(line(visit, state, name, today, waiting));
        }
        return lines;
    }

    Optional<BankLine> find(Visit visit, BankId bank) {
        return states.find(bank)
                .map(state -> line(
                        visit, state, names.name(bank, visit.language()), figures.since(midnight(visit)), waiting()));
    }

    /** What is in flight everywhere. */
    BankFigures.Figures sum(Visit visit) {
        return figures.since(midnight(visit)).values().stream()
                .reduce(BankFigures.Figures.NONE, BankFigures.Figures::and);
    }

    static Instant midnight(Visit visit) {
        return visit.times().date(visit.now()).atStartOfDay(visit.zone()).toInstant();
    }

    /** What somebody wants open again: by word, or by signature in a founded book. */
    private record Waiting(List<Reopenings.Asked> asked, List<Proposal> proposed) {

        boolean has(BankId bank, BankOperation operation) {
            return asked.stream().anyMatch(one -> one.bank().equals(bank) && one.operation() == operation)
                    || proposed.stream().anyMatch(one -> Approvals.reopens(one, bank, operation));
        }
    }

    private Waiting waiting() {
        return new Waiting(reopenings.waiting(), proposals.waiting());
    }

    private BankLine line(
            Visit visit, BankState state, String name, Map<BankId, BankFigures.Figures> today, Waiting waiting) {
        String code = Forms.BANK.write().apply(state.bank());
        var gates = new ArrayList<BankLine.Gate>();
        for (BankOperation operation : BankOperation.values()) {
            boolean asked = waiting.has(state.bank(), operation);
            gates.add(gate(visit, code, state.of(operation), asked));
        }
        var figure = today.getOrDefault(state.bank(), BankFigures.Figures.NONE);
        long all = figure.settled() + figure.declined();
        return new BankLine(
                code,
                name,
                gates,
                new BankLine.Today(
                        figure.in() == 0 ? "—" : MoneyWords.yen(figure.in()),
                        figure.out() == 0 ? "—" : MoneyWords.yen(figure.out()),
                        all == 0 ? "—" : figure.declined() + " / " + all,
                        figure.doubtful(),
                        figure.waiting()),
                all >= FEW && figure.declined() * MOST_SHARE > all);
    }

    private BankLine.Gate gate(Visit visit, String code, SwitchState state, boolean asked) {
        String value = state.operation().name();
        return new BankLine.Gate(
                state.operation(),
                state.open() ? "open" : asked ? "half" : "shut",
                "console.gate." + value.toLowerCase(Locale.ROOT).replace('_', '-'),
                value,
                visit.times().brief(state.changedAt()),
                state.open() ? "" : Reason.words(visit, state.reason()),
                state.open() ? "" : by(visit, code, state));
    }

    /** Who set it: the newest action at this place of the log. */
    private String by(Visit visit, String code, SwitchState state) {
        return actions.about(code, 100).stream()
                .filter(action -> action.position() == state.position())
                .findFirst()
                .map(action -> action.member(visit.language()))
                .orElse("");
    }
}
