package sekisho.banksimulator.http;

import org.jspecify.annotations.Nullable;
import sekisho.banksimulator.banks.CallRecord;
import sekisho.banksimulator.banks.Reply;
import sekisho.banksimulator.conduct.CallKind;
import sekisho.banksimulator.conduct.Fault;

/**
 * A call that a bank received.
 *
 * @param answered status of the answer, {@code cut} or {@code unavailable}; null: not yet
 */
record CallDocument(
        long number,
        long at,
        CallKind kind,
        String operator,
        String key,
        long amount,
        String currency,
        @Nullable Fault fault,
        @Nullable String answered) {

    static CallDocument of(CallRecord call) {
        var order = call.order();
        return new CallDocument(
                call.number(),
                call.at(),
                call.kind(),
                order.operator(),
                order.key(),
                order.amount(),
                order.currency(),
                call.fault(),
                answered(order.key(), call.reply()));
    }

    private static @Nullable String answered(String key, @Nullable Reply reply) {
        return switch (reply) {
            case null -> null;
            case Reply.Said said -> AnswerDocument.of(key, said.verdict()).status();
            case Reply.Cut() -> "cut";
            case Reply.Unavailable() -> "unavailable";
        };
    }
}
