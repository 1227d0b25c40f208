package sekisho.banksimulator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import sekisho.banksimulator.books.Verdict;

/** A verdict in the words of the protocol. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnswerDocument(
        String key,
        String status,
        @Nullable Long reference,
        @Nullable String reason,
        @Nullable Boolean bound) {

    static AnswerDocument of(String key, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Settled(var reference) -> new AnswerDocument(key, "settled", reference, null, null);
            case Verdict.Declined(var reason) -> new AnswerDocument(key, "declined", null, reason.word(), null);
            case Verdict.InProgress() -> new AnswerDocument(key, "processing", null, null, null);
            case Verdict.NeverReceived() -> new AnswerDocument(key, "never-received", null, null, true);
            case Verdict.Conflict() -> new AnswerDocument(key, "conflict", null, null, null);
        };
    }
}
