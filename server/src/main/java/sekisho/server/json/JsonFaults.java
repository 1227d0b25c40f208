package sekisho.server.json;

import org.jspecify.annotations.Nullable;
import sekisho.server.problem.Problem;
import sekisho.server.problem.ProblemCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What was wrong with a body, as a problem that names the field. */
public final class JsonFaults {
    private static final int LONGEST_NAME_SHOWN = 40;

    private JsonFaults() {}

    /** The problem behind what the reader threw; null if the body was not to blame. */
    public static @Nullable Problem problem(JacksonException fault) {
        return switch (fault) {
            case BadField bad -> bad.value().at(pointer(fault));
            case UnrecognizedPropertyException unknown ->
                at(ProblemCode.UNKNOWN_FIELD, pointer(unknown), "is not known");
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case StreamConstraintsException _ -> at(ProblemCode.TOO_DEEP, pointer(fault), "is too deep or too long");
            case InputCoercionException _ -> at(ProblemCode.OUT_OF_RANGE, pointer(fault), "is out of range");
            case JacksonIOException _ -> null;
            case StreamReadException malformed -> malformed(malformed);
            default -> null;
        };
    }

    private static Problem malformed(StreamReadException malformed) {
        String pointer = pointer(malformed);
        if (malformed.getOriginalMessage().startsWith("Duplicate ")) {
            return at(ProblemCode.DUPLICATE_FIELD, pointer, "stands twice");
        }
        var location = malformed.getLocation();
        return ProblemCode.MALFORMED_JSON.because("The body is not well-formed JSON at line " + location.getLineNr()
                + ", column " + location.getColumnNr() + ".");
    }

    private static Problem mismatch(MismatchedInputException mismatch) {
        String pointer = pointer(mismatch);
        String message = mismatch.getOriginalMessage();
        if (message.startsWith("Missing required creator property")) {
            return at(ProblemCode.MISSING_FIELD, pointer, "is missing");
        }
        if (message.startsWith("No content to map")) {
            return ProblemCode.BODY_MISSING.problem();
        }
        if (message.startsWith("Trailing token")) {
            return ProblemCode.MALFORMED_JSON.because("Something follows the JSON object.");
        }
        return at(ProblemCode.WRONG_TYPE, pointer, "does not have the type " + JsonTypes.of(mismatch.getTargetType()));
    }

    private static Problem at(ProblemCode code, String pointer, String predicate) {
        return code.because((pointer.isEmpty() ? "The body" : pointer) + " " + predicate + ".")
                .at(pointer);
    }

    /** Where the fault is (RFC 6901); empty for the body as a whole. */
    private static String pointer(JacksonException fault) {
        if (fault.getPath().isEmpty() && fault.processor() instanceof JsonParser parser) {
            return shown(parser.streamReadContext().pathAsPointer().toString());
        }
        var pointer = new StringBuilder();
        for (var step : fault.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : escaped(shown(name)));
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** A stranger's name for a field, cut: it goes back to whoever sent it, and into no log. */
    private static String shown(String name) {
        return name.length() <= LONGEST_NAME_SHOWN ? name : name.substring(0, LONGEST_NAME_SHOWN) + "…";
    }
}
