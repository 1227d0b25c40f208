package sekisho.cli.drill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sekisho.cli.imports.AnswerJournal;
import sekisho.cli.imports.LoggedAnswers;

/** What a client was answered, held against the log. */
final class Promises {
    private Promises() {}

    /**
     * The promises that the log does not keep, and the entries that it applied twice.
     *
     * @param promised answers by their entry's sequence
     */
    static List<String> broken(ImportChild one, String stream, Map<Long, String> promised) {
        List<String> broken = new ArrayList<>();
        Map<Long, String> logged = new HashMap<>();
        LoggedAnswers.read(one.home(), 0, stream, (answer, sequence) -> {
            if (logged.put(sequence, AnswerJournal.line(answer.outcome())) != null) {
                broken.add(one.name() + ": entry " + sequence + " was applied twice");
            }
        });
        promised.forEach((sequence, answer) -> {
            if (!answer.equals(logged.get(sequence))) {
                broken.add(one.name() + ": entry " + sequence + " was answered " + answer + " and is logged as "
                        + logged.get(sequence));
            }
        });
        return broken;
    }
}
