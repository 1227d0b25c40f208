package sekisho.bank.instant;

import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import sekisho.bank.BankAnswer;
import sekisho.bank.CallAnswer;
import sekisho.bank.CallAnswer.Declined;
import sekisho.bank.CallAnswer.InDoubt;
import sekisho.bank.CallAnswer.Settled;
import sekisho.bank.DeclineReason;
import sekisho.bank.DoubtCause;
import tools.jackson.core.JacksonException;

/** Reads what comes back. Whatever is not of the protocol to the letter is in doubt. */
final class Answers {
    private Answers() {}

    /** An answer of the bank; what must be there depends on the status. */
    private record Document(
            @Nullable String key,
            @Nullable String status,
            @Nullable Long reference,
            @Nullable String reason,
            @Nullable Boolean bound) {}

    /** The answer to an order with a key. */
    static CallAnswer toOrder(String key, HttpResponse<byte[]> response) {
        return switch (toEnquiry(key, response)) {
            case CallAnswer answer -> answer;
            // Only an enquiry can be answered so.
            case BankAnswer.NotKnown _ -> doubt(DoubtCause.NOT_UNDERSTOOD);
        };
    }

    /** The answer to an enquiry about a key. */
    static BankAnswer toEnquiry(String key, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 200) {
            return said(key, response);
        }
        if (status == 409) {
            Document document = read(response);
            boolean ours = document != null && "conflict".equals(document.status()) && key.equals(document.key());
            return doubt(ours ? DoubtCause.KEY_CONFLICT : DoubtCause.NOT_UNDERSTOOD);
        }
        if (status == 429 || status >= 500) {
            return doubt(DoubtCause.UNAVAILABLE);
        }
        return doubt(status >= 400 ? DoubtCause.NOT_ADMITTED : DoubtCause.NOT_UNDERSTOOD);
    }

    private static BankAnswer said(String key, HttpResponse<byte[]> response) {
        Document document = read(response);
        if (document == null || document.status() == null || !key.equals(document.key())) {
            return doubt(DoubtCause.NOT_UNDERSTOOD);
        }
        Long reference = document.reference();
        String reason = document.reason();
        Boolean bound = document.bound();
        int extras = (reference == null ? 0 : 1) + (reason == null ? 0 : 1) + (bound == null ? 0 : 1);
        @Nullable
        BankAnswer answer = switch (document.status()) {
            case "settled" -> reference == null ? null : new Settled(reference);
            case "declined" -> reason == null ? null : new Declined(reason(reason));
            case "never-received" -> bound == null ? null : new BankAnswer.NotKnown(bound);
            case "processing" -> doubt(DoubtCause.IN_PROGRESS);
            default -> null;
        };
        int wanted = "processing".equals(document.status()) ? 0 : 1;
        return answer != null && extras == wanted ? answer : doubt(DoubtCause.NOT_UNDERSTOOD);
    }

    private static @Nullable Document read(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.equals("application/json") && !type.startsWith("application/json;")) {
            return null;
        }
        try {
            return StrictJson.MAPPER.readValue(response.body(), Document.class);
        } catch (JacksonException notOfTheProtocol) {
            return null;
        }
    }

    private static DeclineReason reason(String word) {
        return switch (word) {
            case "insufficient-funds" -> DeclineReason.INSUFFICIENT_FUNDS;
            case "account-not-found" -> DeclineReason.ACCOUNT_NOT_FOUND;
            case "account-closed" -> DeclineReason.ACCOUNT_CLOSED;
            case "currency-not-held" -> DeclineReason.CURRENCY_NOT_HELD;
            case "over-limit" -> DeclineReason.OVER_LIMIT;
            case "key-closed" -> DeclineReason.KEY_CLOSED;
            case "mandate-ended" -> DeclineReason.MANDATE_ENDED;
            // A bank may have more reasons than we have words; that it declined is beyond doubt.
            default -> DeclineReason.OTHER;
        };
    }

    private static InDoubt doubt(DoubtCause cause) {
        return new InDoubt(cause);
    }
}
