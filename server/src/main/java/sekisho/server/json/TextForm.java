package sekisho.server.json;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sekisho.server.problem.ProblemCode;

/**
 * A value that is a JSON string.
 *
 * @param pattern what all its texts match (ECMA-262, anchored)
 * @param words all texts there are, if they are few; else empty
 * @param read null: the text does not have the form
 */
public record TextForm<T>(
        Class<T> type,
        String description,
        String pattern,
        List<String> words,
        String example,
        Function<String, @Nullable T> read,
        Function<T, String> write)
        implements Form<T> {

    public TextForm {
        words = List.copyOf(words);
    }

    @Override
    public T parse(String text) {
        T value = read.apply(text);
        if (value == null) {
            throw new BadValue(ProblemCode.MALFORMED_VALUE, "is not " + description);
        }
        return value;
    }
}
