package sekisho.cli.bankdrill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sekisho.banksimulator.books.BankBooks;
import sekisho.banksimulator.books.StatementEntry;
import sekisho.banksimulator.conduct.CallKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.InstructionStatus;

/** Holds the outcome log against the banks' statements, instruction by instruction. */
final class Reckoning {
    private static final int MOST = 1_000_000_000;

    private final DrillWorld world;

    Reckoning(DrillWorld world) {
        this.world = world;
    }

    /** What does not fit; empty if every yen is where it should be. */
    List<String> troubles() {
        var troubles = new ArrayList<String>();
        for (BankId bank : world.banks()) {
            troubles.addAll(calledTwice(bank));
            Map<String, List<StatementEntry>> moved = moved(bank);
            for (DrillBook.Line line : world.book().lines()) {
                if (line.bank().equals(bank)) {
                    String trouble = trouble(line, moved.getOrDefault(key(line), List.of()));
                    if (!trouble.isEmpty()) {
                        troubles.add("bank " + bank.code() + ", " + key(line) + ": " + trouble);
                    }
                }
            }
        }
        return troubles;
    }

    /**
     * Banks are reached here from the first try on: whoever calls twice for one instruction has forgotten that it
     * called.
     */
    private List<String> calledTwice(BankId bank) {
        var calls = world.bank(bank).callsAfter(0, MOST).stream()
                .filter(call -> call.kind() != CallKind.ENQUIRY)
                .collect(Collectors.groupingBy(call -> call.order().key(), Collectors.counting()));
        return calls.entrySet().stream()
                .filter(call -> call.getValue() > 1)
                .map(call -> "bank " + bank.code() + ", " + call.getKey() + ": called " + call.getValue() + " times")
                .toList();
    }

    /** Movements of the operator's account at a bank, by key. */
    private Map<String, List<StatementEntry>> moved(BankId bank) {
        var moved = new HashMap<String, List<StatementEntry>>();
        String account = BankBooks.settlement(DrillWorld.OPERATOR, "JPY");
        for (StatementEntry entry : world.bank(bank).books().statement(account, 0, MOST)) {
            moved.computeIfAbsent(entry.key(), _ -> new ArrayList<>()).add(entry);
        }
        return moved;
    }

    private static String trouble(DrillBook.Line line, List<StatementEntry> entries) {
        if (entries.size() > 1) {
            return "moved " + entries.size() + " times";
        }
        long amount = line.last().amount().minorUnits();
        long signed = line.last().operation() == BankOperation.TOP_UPS ? amount : -amount;
        if (!entries.isEmpty() && entries.getFirst().amount() != signed) {
            return "moved " + entries.getFirst().amount() + " and not " + signed;
        }
        InstructionStatus status = line.last().status();
        boolean moved = !entries.isEmpty();
        // A bank that invented a movement and took it back stays settled, and contradicted: a person has to look.
        boolean invented = status == InstructionStatus.SETTLED && line.contradicted() && !moved;
        boolean booked = status == InstructionStatus.SETTLED && !invented;
        if (status.open()) {
            return "still " + status;
        }
        return booked == moved ? "" : status + " here, and at the bank it " + (moved ? "moved" : "did not move");
    }

    private static String key(DrillBook.Line line) {
        var id = line.last().instruction();
        return "%016x%016x".formatted(id.high(), id.low());
    }
}
