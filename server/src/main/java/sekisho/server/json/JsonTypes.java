package sekisho.server.json;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Java types as JSON calls them. */
final class JsonTypes {
    private JsonTypes() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "that is documented";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "string";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "number, without quotes";
        }
        return Collection.class.isAssignableFrom(type) ? "array" : "object";
    }
}
