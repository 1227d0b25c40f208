package sekisho.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sekisho.auditor.Answered;
import sekisho.auditor.Step;
import sekisho.protocol.CheckpointOutcome;
import sekisho.protocol.Command;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Event;
import sekisho.protocol.HoldEnd;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.LinkReason;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.LockReason;
import sekisho.protocol.LockStatus;
import sekisho.protocol.OutcomeKind;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;

/** Counts what happened, by names that are all known before: what never happened stays 0. */
final class Coverage {

    private final Map<String, Long> counts = new TreeMap<>();

    Coverage() {
        expect("fault.", Fault.values());
        expect("outcome.", OutcomeKind.values());
        expect("refusal.", Refusal.values());
        // An account and a wallet belong to a person for good: nothing that is asked can part them.
        counts.remove("refusal.LINK_OF_ANOTHER_PERSON");
        expect("entry.", EntryKind.values());
        expect("hold.", HoldEnd.values());
        expect("payment.", PaymentStatus.values());
        expect("link.", LinkStatus.values());
        expect("moved.", LinkReason.values());
        expect("lock.", LockStatus.values());
        expect("locked.", LockReason.values());
        expect("instruction.", InstructionStatus.values());
        for (Class<?> event : Event.class.getPermittedSubclasses()) {
            counts.put("event." + event.getSimpleName(), 0L);
        }
        for (Class<?> command : leaves(Command.class)) {
            counts.put("accepted." + name(command), 0L);
        }
        Meetings.names().forEach(name -> counts.put(name, 0L));
        FullTables.names().forEach(name -> counts.put(name, 0L));
    }

    private void expect(String prefix, Enum<?>[] values) {
        for (Enum<?> value : values) {
            counts.put(prefix + value.name(), 0L);
        }
    }

    private static List<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) {
            return List.of(type);
        }
        List<Class<?>> leaves = new ArrayList<>();
        Arrays.stream(type.getPermittedSubclasses()).forEach(sub -> leaves.addAll(leaves(sub)));
        return leaves;
    }

    private static String name(Class<?> command) {
        return command.getEnclosingClass().getSimpleName().replace("Command", "") + "." + command.getSimpleName();
    }

    void count(String name) {
        counts.merge(name, 1L, Long::sum);
    }

    void fault(Fault fault) {
        count("fault." + fault.name());
    }

    void faultIf(Fault fault, boolean happened) {
        if (happened) {
            fault(fault);
        }
    }

    /** Counts what a step brought about. */
    void step(Step step) {
        step.timePassed().forEach(this::event);
        for (Answered answered : step.answers()) {
            answered.events().forEach(this::event);
            count("outcome." + answered.answer().outcome().kind().name());
            if (answered.answer().outcome() instanceof Refused refused) {
                count("refusal." + refused.reason().name());
                FullTables.name(answered.request(), refused).ifPresent(this::count);
            } else if (answered.answer().outcome() instanceof CheckpointOutcome.Denied denied) {
                count("refusal." + denied.reason().name());
            } else if (!answered.request().dryRun() && !answered.answer().repeated()) {
                count("accepted." + name(answered.request().command().getClass()));
            }
        }
    }

    private void event(Event event) {
        count("event." + event.getClass().getSimpleName());
        switch (event) {
            case Event.Entry entry -> count("entry." + entry.kind().name());
            case Event.HoldClosed closed -> count("hold." + closed.end().name());
            case Event.PaymentChanged changed ->
                count("payment." + changed.status().name());
            case Event.LinkChanged changed -> count("link." + changed.status().name());
            case Event.LinkMoved moved -> count("moved." + moved.reason().name());
            case Event.InstructionChanged changed ->
                count("instruction." + changed.status().name());
            case Event.Effective _,
                    Event.Reverses _,
                    Event.HoldOpened _,
                    Event.EnquiryDue _,
                    Event.BankContradiction _,
                    Event.HolderChanged _,
                    Event.BankChanged _,
                    Event.SafeguardingShortfall _,
                    Event.ClockHalted _,
                    Event.TrustChanged _,
                    Event.EvidenceAccepted _,
                    Event.AssuranceChanged _,
                    Event.AuthenticatorChanged _,
                    Event.TryFailed _,
                    Event.DoorFailed _ -> {}
            case Event.LockMoved moved -> {
                count("lock." + moved.status().name());
                count("locked." + moved.reason().name());
            }
        }
    }

    Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** What never happened. */
    List<String> zeros() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
