package sekisho.identity.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sekisho.formats.matching.Matching;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Refusal;

/** An object of JSON, as parsers hand it out: strings, lists and maps. A member of another kind is refused. */
final class Json {
    private static final int MOST_ENTRIES = 16;

    private final Map<?, ?> members;

    Json(Map<?, ?> members) {
        this.members = members;
    }

    Optional<Object> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    Optional<String> text(String name) throws Refusal {
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.codePoints().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
        if (text.length() > Matching.LONGEST_VALUE) {
            throw new Refusal(IdentityRefusal.TOO_LARGE);
        }
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    Optional<Json> object(String name) throws Refusal {
        Object value = members.get(name);
        return value == null ? Optional.empty() : Optional.of(of(value));
    }

    /** The objects of a list; none if it is not there. */
    List<Json> objects(String name) throws Refusal {
        Object value = members.get(name);
        return value == null ? List.of() : objects(value);
    }

    /** One object, or those of a list. */
    static List<Json> objects(Object value) throws Refusal {
        if (!(value instanceof List<?> list)) {
            return List.of(of(value));
        }
        if (list.size() > MOST_ENTRIES) {
            throw new Refusal(IdentityRefusal.TOO_LARGE);
        }
        var objects = new ArrayList<Json>();
        for (Object one : list) {
            objects.add(of(one));
        }
        return List.copyOf(objects);
    }

    private static Json of(Object value) throws Refusal {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
        return new Json(map);
    }
}
