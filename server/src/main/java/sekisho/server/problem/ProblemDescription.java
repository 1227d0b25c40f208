package sekisho.server.problem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Refusal;

/**
 * What a code means.
 *
 * @param code the last part of a problem's type
 * @param status of HTTP; 404 instead where the thing that was not found stands in the path
 * @param title a sentence without a full stop
 * @param remedy what to do
 * @param bound what the member {@code bound} means; left out if there is none
 */
public record ProblemDescription(
        String code,
        int status,
        String title,
        String remedy,
        @Nullable String bound) {

    /** All codes, the server's first. */
    public static List<ProblemDescription> all() {
        return Stream.concat(
                        Arrays.stream(ProblemCode.values()).map(ProblemDescription::of),
                        Arrays.stream(Refusal.values()).map(ProblemDescription::of))
                .toList();
    }

    static ProblemDescription of(ProblemCode code) {
        return new ProblemDescription(code.code(), code.status(), code.title(), code.remedy(), null);
    }

    static ProblemDescription of(Refusal reason) {
        return new ProblemDescription(
                Refusals.code(reason),
                Refusals.status(reason),
                Refusals.sentence(reason),
                RefusalRemedies.of(reason),
                reason.boundMeaning().isEmpty() ? null : reason.boundMeaning());
    }
}
