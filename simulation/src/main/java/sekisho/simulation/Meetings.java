package sekisho.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sekisho.auditor.Answered;
import sekisho.auditor.Glance;
import sekisho.auditor.Step;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.StateRecord.InstructionRow;

/** Which commands met instructions in which status: every pair of the matrix in docs/rules.md. */
final class Meetings {

    private static final List<String> STATUSES =
            List.of("REQUESTED", "CLAIMED", "LEASE_OVER", "IN_DOUBT", "SETTLED", "DECLINED", "WITHDRAWN");
    private static final List<String> COMMANDS = List.of("Claim", "Settled", "Declined", "InDoubt");

    private final Glance glance;
    private final Coverage coverage;
    private final Map<Request, String> before = new HashMap<>();

    Meetings(Glance glance, Coverage coverage) {
        this.glance = glance;
        this.coverage = coverage;
    }

    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String status : STATUSES) {
            for (String command : COMMANDS) {
                names.add(name(status, command));
            }
        }
        return names;
    }

    private static String name(String status, String command) {
        return "meeting." + status + "×" + command;
    }

    /** Looks at the statuses before a step. */
    void look(List<Request> requests, long stamp, boolean halted) {
        before.clear();
        boolean confirms = false;
        for (Request request : requests) {
            confirms |= request.command() instanceof SettingsCommand.ConfirmTime;
            if (request.command() instanceof InstructionCommand command) {
                long now = halted && confirms ? stamp : 0;
                glance.instruction(request.book(), command.instruction())
                        .ifPresent(row -> before.put(request, status(row, now)));
            }
        }
    }

    private static String status(InstructionRow row, long now) {
        return row.status() == InstructionStatus.CLAIMED && row.until() <= now
                ? "LEASE_OVER"
                : row.status().name();
    }

    /** Counts those that were really decided. */
    void count(Step step) {
        for (Answered answered : step.answers()) {
            String status = before.get(answered.request());
            boolean decided = !answered.answer().repeated()
                    && !(answered.answer().outcome() instanceof Refused refused
                            && refused.reason().code() <= 12);
            if (status != null && decided) {
                coverage.count(
                        name(status, answered.request().command().getClass().getSimpleName()));
            }
        }
    }
}
