package sekisho.server.demo;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sekisho.identity.Octets;
import sekisho.server.identity.DemoDocuments.Condition;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Visit;

/**
 * The form of the simulated reader, as it was sent.
 *
 * @param document {@code card} or {@code passport}
 * @param challenge in hexadecimal digits
 * @param who the number of a resident, or {@code other}
 * @param name of another person; Latin capitals on a passport
 * @param condition of the document
 * @param use what for: {@code passkey}, {@code recover}, or else who somebody is
 */
public record ReaderForm(
        String document,
        String challenge,
        String who,
        String name,
        String born,
        String address,
        String condition,
        String use) {
    /** Where whoever has no passkey sends it. */
    static final String RECOVER = "/recover";

    private static final String OTHER = "other";
    private static final String COPIED = "copied";
    private static final String GOOD = "good";
    private static final int LONGEST = 60;
    private static final int OLDEST = 130;

    public ReaderForm(
            @Nullable String document,
            @Nullable String challenge,
            @Nullable String who,
            @Nullable String name,
            @Nullable String born,
            @Nullable String address,
            @Nullable String condition,
            @Nullable String use) {
        this.document = "passport".equals(document) ? "passport" : "card";
        this.challenge = text(challenge);
        this.who = text(who);
        this.name = text(name);
        this.born = text(born);
        this.address = text(address);
        this.condition = condition == null ? GOOD : condition;
        this.use = text(use);
    }

    /** The form before anybody has filled it in. */
    static ReaderForm empty(String document, String challenge, String use) {
        return new ReaderForm(document, challenge, null, null, null, null, null, use);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }

    /** What is read. */
    enum Document {
        CARD,
        PASSPORT;

        /** The words of what can be wrong with it, the good one first. */
        List<String> conditions() {
            return switch (this) {
                case CARD ->
                    Arrays.stream(Condition.values()).map(ReaderForm::word).toList();
                case PASSPORT -> List.of(GOOD, COPIED);
            };
        }
    }

    /** Where what was read is sent. */
    String to() {
        return switch (use) {
            case "passkey" -> "/settings/passkeys/card";
            case "recover" -> RECOVER + "/card";
            default -> "/welcome/identity/" + document;
        };
    }

    /** Where one goes who does not want that. */
    public String cancel() {
        return switch (use) {
            case "passkey" -> "/settings/devices";
            case "recover" -> RECOVER + "/card";
            default -> "/welcome/identity";
        };
    }

    Document kind() {
        return document.equals("passport") ? Document.PASSPORT : Document.CARD;
    }

    /** Whether the form is about somebody whom it describes itself. */
    public boolean other() {
        return who.equals(OTHER);
    }

    Condition cardCondition() {
        return Condition.valueOf(condition.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    boolean isCopied() {
        return condition.equals(COPIED);
    }

    Octets asked() {
        return Octets.ofHex(challenge);
    }

    /** Whose document it is. Legal only without errors. */
    DemoResident who(List<DemoResident> residents) {
        return other()
                ? new DemoResident(name, name, LocalDate.parse(born), address)
                : residents.get(Integer.parseInt(who));
    }

    /** What is wrong with it. */
    FormErrors errors(Visit visit, List<DemoResident> residents) {
        var errors = FormErrors.NONE;
        if (!challenge.matches("[0-9a-f]{64}")) {
            errors = errors.with(FormErrors.FORM, visit.say("reader.challenge.bad"));
        }
        if (!kind().conditions().contains(condition) || !(other() || isNumber(residents))) {
            errors = errors.with(FormErrors.FORM, visit.say("reader.bad"));
        }
        if (other()) {
            if (!isName()) {
                errors = errors.with("name", visit.say("reader.name.bad"));
            }
            if (date(visit).isEmpty()) {
                errors = errors.with("born", visit.say("reader.born.bad"));
            }
            if (kind() == Document.CARD && (address.isEmpty() || address.length() > LONGEST)) {
                errors = errors.with("address", visit.say("reader.address.bad"));
            }
        }
        return errors;
    }

    private boolean isNumber(List<DemoResident> residents) {
        return who.matches("[0-9]{1,3}") && Integer.parseInt(who) < residents.size();
    }

    private boolean isName() {
        return kind() == Document.PASSPORT
                ? name.matches("[A-Z]{1,18} [A-Z ]{1,18}")
                : name.codePointCount(0, name.length()) >= 2
                        && name.length() <= LONGEST
                        && name.codePoints().noneMatch(Character::isISOControl);
    }

    private Optional<LocalDate> date(Visit visit) {
        try {
            LocalDate date = LocalDate.parse(born);
            LocalDate today = visit.times().date(visit.now());
            return date.isBefore(today) && date.isAfter(today.minusYears(OLDEST))
                    ? Optional.of(date)
                    : Optional.empty();
        } catch (DateTimeParseException bad) {
            return Optional.empty();
        }
    }

    private static String word(Condition condition) {
        return condition.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
