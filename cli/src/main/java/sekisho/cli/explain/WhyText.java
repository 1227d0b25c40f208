package sekisho.cli.explain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sekisho.core.explain.Explanation;
import sekisho.core.explain.Reason;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refused;

/** An explanation in sentences. Times are shown in a zone, amounts in minor units. */
public final class WhyText {

    private final Why why;
    private final Sentences sentences;
    private final ZoneId zone;
    private final StringBuilder text = new StringBuilder();

    private WhyText(Why why, ZoneId zone) {
        this.why = why;
        this.zone = zone;
        sentences = new Sentences(this::time);
    }

    public static String of(Why why, ZoneId zone) {
        return new WhyText(why, zone).text();
    }

    private String text() {
        Explanation explanation = why.explanation();
        Map<String, Object> json = WhyJson.of(why);
        line("Request " + WhyJson.key(explanation.request().key()) + " of client "
                + explanation.request().client().value() + ", book "
                + explanation.request().book().value() + (why.decision().tried() ? ", tried dry" : ""));
        line("Decided " + time(explanation.now()) + ", step " + why.decision().position() + " of the log, place "
                + why.decision().place());
        line("Command " + json.get("command"));
        line("Answer  " + answer(why.decision().answer().outcome()));
        line("");
        line("What was asked, in this order:");
        for (Reason reason : explanation.reasons()) {
            line((reason.refuses() == null ? "  passed   " : "  REFUSED  ") + sentences.of(reason));
        }
        line("");
        text.append(agreement());
        return text.toString();
    }

    private static String answer(Outcome outcome) {
        Refused refusal = Why.refusal(outcome);
        if (refusal == null) {
            return "accepted: " + outcome;
        }
        String bound = refusal.reason().boundMeaning().isEmpty()
                ? ""
                : " (" + refusal.reason().boundMeaning() + ": " + Sentences.amount(refusal.bound()) + ")";
        return "refused, " + refusal.reason().name() + " (" + refusal.reason().code() + "): "
                + refusal.reason().sentence() + bound;
    }

    private String agreement() {
        return switch (why.agreement()) {
            case AGREES -> "What follows from this is what was answered.";
            case NOT_WHOLE -> "Nothing of this refuses. The checks that are this command's own are not told.";
            case SETTLED_BEFORE ->
                "It was answered before any of this was asked: it had come before, or its chain or stream was not in order.";
            case DIFFERS ->
                "What follows from this is NOT what was answered" + expected()
                        + ". That is a defect: please report it.";
        };
    }

    private String expected() {
        @Nullable Refused expected = why.explanation().refusal();
        return expected == null
                ? ", but an acceptance"
                : ", but " + expected.reason().name();
    }

    private String time(long millis) {
        return millis == 0
                ? "never"
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        Instant.ofEpochMilli(millis).atZone(zone).toOffsetDateTime());
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append(String.format(Locale.ROOT, "%n"));
    }
}
