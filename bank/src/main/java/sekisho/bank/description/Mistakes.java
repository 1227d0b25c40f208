package sekisho.bank.description;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** Collects what is wrong in one file, so that all of it is said at once. One thread. */
final class Mistakes {
    private final List<Mistake> found = new ArrayList<>();

    /** @param mark where the YAML library saw it, counting from 0; null for the file's beginning */
    void add(@Nullable Mark mark, String field, String sentence) {
        found.add(
                mark == null
                        ? new Mistake(1, 1, field, sentence)
                        : new Mistake(mark.getLine() + 1, mark.getColumn() + 1, field, sentence));
    }

    void add(int line, String sentence) {
        found.add(new Mistake(line, 1, "", sentence));
    }

    int count() {
        return found.size();
    }

    List<Mistake> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column))
                .toList();
    }
}
