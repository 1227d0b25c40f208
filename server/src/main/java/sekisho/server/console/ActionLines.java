package sekisho.server.console;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import sekisho.server.pages.Visit;

/** Makes lines of actions. */
final class ActionLines {
    private static final int BANK_CODE = 4;
    private static final int WALLET_CODE = 16;

    List<ActionLine> of(Visit visit, List<Actions.Action> actions) {
        return actions.stream().map(action -> line(visit, action)).toList();
    }

    /** 0.004 s. */
    static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f s", took.toNanos() / 1e9);
    }

    private static ActionLine line(Visit visit, Actions.Action action) {
        Duration took = action.took();
        String ended = action.ended();
        String state = ended == null || ended.equals("UNKNOWN") ? "doubt" : ended.equals("DONE") ? "done" : "refused";
        return new ActionLine(
                visit.times().brief(action.at()),
                action.member(visit.language()),
                visit.say(action.kind().key()),
                action.subject(),
                href(action.subject()),
                Reason.of(action.reason())
                        .map(reason -> visit.say(reason.key()))
                        .orElse(""),
                action.note(),
                took == null ? "" : seconds(took),
                state,
                action.position() == 0 ? "" : Long.toString(action.position()));
    }

    private static String href(String subject) {
        return subject.matches("[0-9]{" + BANK_CODE + "}")
                ? "/console/banks/" + subject
                : subject.matches("[0-9a-f]{" + WALLET_CODE + "}") ? "/console/wallets/" + subject : "";
    }
}
