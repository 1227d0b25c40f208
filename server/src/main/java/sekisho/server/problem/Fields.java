package sekisho.server.problem;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a request carries what a refusal is about. A place in the body is a JSON pointer, which begins with a slash; a
 * place in the path is the name of its variable. Immutable.
 */
public final class Fields {
    /** A request whose body has the usual names. */
    public static final Fields USUAL = new Fields(usual());

    private final Map<Subject, String> places;

    private Fields(Map<Subject, String> places) {
        this.places = places;
    }

    /** These, but one thing stands elsewhere. */
    public Fields with(Subject subject, String place) {
        var changed = new EnumMap<>(places);
        changed.put(subject, place);
        return new Fields(changed);
    }

    /** These, but all of them below a place in the body. */
    public Fields below(String pointer) {
        var moved = new EnumMap<Subject, String>(Subject.class);
        places.forEach((subject, place) -> moved.put(subject, pointer + place));
        return new Fields(moved);
    }

    /** These, but one thing is named by the path. */
    public Fields inPath(Subject subject) {
        return with(subject, subject.fieldName());
    }

    /** The place; null for the request as a whole. */
    @Nullable
    String of(Subject subject) {
        return places.get(subject);
    }

    /** Whether the path names it, so that it is what was not found. */
    boolean isPath(Subject subject) {
        String place = places.get(subject);
        return place != null && !place.startsWith("/");
    }

    private static Map<Subject, String> usual() {
        var places = new EnumMap<Subject, String>(Subject.class);
        for (Subject subject : Subject.values()) {
            if (subject != Subject.REQUEST) {
                places.put(subject, "/" + subject.fieldName());
            }
        }
        return places;
    }
}
