package sekisho.server.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the fields of a form, as sentences, in the order in which they were found. The field {@link #FORM} is the
 * form as a whole. Immutable.
 */
public record FormErrors(Map<String, String> byField) {
    public static final String FORM = "form";

    public static final FormErrors NONE = new FormErrors(Map.of());

    public FormErrors {
        byField = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byField));
    }

    public static FormErrors of(String field, String sentence) {
        return NONE.with(field, sentence);
    }

    public FormErrors with(String field, String sentence) {
        var more = new LinkedHashMap<>(byField);
        more.putIfAbsent(field, sentence);
        return new FormErrors(more);
    }

    /** What is wrong with a field; null: nothing. */
    public @Nullable String of(String field) {
        return byField.get(field);
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }
}
