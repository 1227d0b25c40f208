package sekisho.bank.description;

import static sekisho.bank.redirect.FactorKind.INHERENCE;
import static sekisho.bank.redirect.FactorKind.KNOWLEDGE;
import static sekisho.bank.redirect.FactorKind.POSSESSION;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sekisho.bank.redirect.FactorKind;

/**
 * Something that a bank can ask, and the most that it can count for. A description may say that it counts for less, never
 * for more: whatever a bank calls strong, a PIN is something known.
 *
 * <p>Sources: NIST SP 800-63B-4, section 3 (what authenticators are worth; e-mail is none, section 3.1.3.1; what is
 * phishing-resistant, section 3.2.5: an answer that a person reads and enters, or a number that is picked, is not).
 */
public enum Ask {
    BRANCH(Set.of(), false, false),
    ACCOUNT(Set.of(), false, false),
    LOGIN(Set.of(), false, false),
    NAME_KANA(Set.of(KNOWLEDGE), false, false),
    CARD_PIN(Set.of(KNOWLEDGE), false, false),
    BIRTH_DATE(Set.of(KNOWLEDGE), false, false),
    PHONE_TAIL(Set.of(KNOWLEDGE), false, false),
    LAST_BALANCE(Set.of(KNOWLEDGE), false, false),
    PASSWORD(Set.of(KNOWLEDGE), false, false),
    /** By e-mail: whoever has the password has the mail as well, so it counts for nothing. */
    MAIL_CODE(Set.of(), false, false),
    GRID_CARD(Set.of(POSSESSION), true, false),
    SMS_CODE(Set.of(POSSESSION), true, false),
    APP_CODE(Set.of(POSSESSION), true, false),
    TOKEN_CODE(Set.of(POSSESSION), true, false),
    CALL_BACK(Set.of(POSSESSION), true, false),
    /** A number is picked in the bank's app: can be relayed, so it is not phishing-resistant. */
    APP_APPROVAL(Set.of(POSSESSION), true, false),
    /** The same, and the app wants to see the face first: two kinds, in one device. */
    APP_FACE(Set.of(POSSESSION, INHERENCE), true, false),
    /**
     * The digits of a tiny deposit, read on the statement. Counts only where net banking, which shows it, has two factors:
     * then whoever has read it has passed both. Elsewhere it is merely notice.
     */
    STATEMENT_CODE(Set.of(KNOWLEDGE, POSSESSION), true, false),
    /** A passkey of the bank's, with the screen lock. */
    PASSKEY(Set.of(KNOWLEDGE, POSSESSION, INHERENCE), true, true),
    /** The chip of a card, opened by its PIN, on the bank's own page. */
    IC_CARD(Set.of(KNOWLEDGE, POSSESSION), true, true);

    private final Set<FactorKind> kinds;
    private final boolean dynamic;
    private final boolean phishingResistant;

    Ask(Set<FactorKind> kinds, boolean dynamic, boolean phishingResistant) {
        this.kinds = kinds;
        this.dynamic = dynamic;
        this.phishingResistant = phishingResistant;
    }

    /** The word in descriptions: small letters and dashes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it can rest on at most. */
    Set<FactorKind> kinds() {
        return kinds;
    }

    boolean canBeDynamic() {
        return dynamic;
    }

    boolean canResistPhishing() {
        return phishingResistant;
    }

    /** Its kinds in one order, for messages. */
    List<String> kindWords() {
        return Arrays.stream(FactorKind.values())
                .filter(kinds::contains)
                .map(FactorKind::word)
                .toList();
    }
}
