package sekisho.cli.imports;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Answer;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;

/** The answers to a script, counted as they come. Owned by the thread that receives them; read when all are there. */
final class Tally {
    private final Script script;
    private final Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);
    private final BitSet refusedRows = new BitSet();
    private long accepted;
    private long repeated;
    private long answered;
    private @Nullable String trouble;

    Tally(Script script) {
        this.script = script;
    }

    /** Counts the answer to an entry, from 0. Only what the log took counts: those refused as out of place come again. */
    void count(int entry, Answer answer) {
        int row = script.row(entry);
        if (row < 0) {
            countPreparation(entry, answer);
            return;
        }
        answered++;
        if (answer.repeated()) {
            repeated++;
        } else if (answer.outcome() instanceof Refused refusal) {
            refused.merge(refusal.reason(), 1L, Long::sum);
            refusedRows.set(row);
        } else {
            accepted++;
        }
    }

    private void countPreparation(int entry, Answer answer) {
        if (trouble == null && !answer.repeated() && answer.outcome() instanceof Refused refusal && !known(refusal)) {
            trouble = "entry " + (entry + 1) + " of the preparation was refused: "
                    + refusal.reason().sentence();
        }
    }

    /** Another stream has prepared the same home: currency and bank are there. */
    private static boolean known(Refused refusal) {
        return refusal.reason() == Refusal.CURRENCY_EXISTS || refusal.reason() == Refusal.BANK_EXISTS;
    }

    long answered() {
        return answered;
    }

    long accepted() {
        return accepted;
    }

    long repeated() {
        return repeated;
    }

    Map<Refusal, Long> refused() {
        return refused;
    }

    /** The rows, from 0, that were refused this time. */
    BitSet refusedRows() {
        return refusedRows;
    }

    /** Why the preparation did not work out, if it did not. */
    @Nullable
    String trouble() {
        return trouble;
    }
}
