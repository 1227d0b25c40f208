package sekisho.bank.description;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The words that a field may have, in one order, and what each means. */
record Words<T>(Map<String, T> meanings) {

    static <T> Words<T> of(T[] values, Function<T, String> word) {
        var meanings = new LinkedHashMap<String, T>();
        Arrays.stream(values).forEach(value -> meanings.put(word.apply(value), value));
        return new Words<>(meanings);
    }

    @Nullable
    T meaning(String word) {
        return meanings.get(word);
    }

    /** For a message. */
    String list() {
        return String.join(", ", meanings.keySet());
    }
}
