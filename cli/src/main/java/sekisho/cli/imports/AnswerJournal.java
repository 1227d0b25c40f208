package sekisho.cli.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import sekisho.protocol.Answer;
import sekisho.protocol.Outcome;
import sekisho.protocol.OutcomeKind;

/**
 * What a client remembers of the answers it received, a line each: entry, outcome's code, and its two numbers. It outlives the client, so that a
 * drill can hold the engine to its word. Owned by one thread.
 */
public final class AnswerJournal implements AutoCloseable {
    private final BufferedWriter out;

    AnswerJournal(Path file) throws IOException {
        out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Hands an answer to the operating system, where it is safe from the death of this process. */
    void add(long sequence, Answer answer) throws IOException {
        Outcome outcome = answer.outcome();
        out.write(sequence + " " + line(outcome) + "\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** An outcome as the text of its line. */
    public static String line(Outcome outcome) {
        return outcome.kind().code() + " " + outcome.first() + " " + outcome.second();
    }

    /** The answers in a file by the entry's sequence; a last line that was cut off does not count, nor do repeats. */
    public static Map<Long, String> read(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        Map<Long, String> answers = new HashMap<>();
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            int space = line.indexOf(' ');
            String answer = line.substring(space + 1);
            if (!answer.startsWith(OutcomeKind.REPEATED.code() + " ")) {
                answers.put(Long.parseLong(line.substring(0, space)), answer);
            }
        }
        return answers;
    }
}
