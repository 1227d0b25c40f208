package sekisho.banksimulator.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that a bank can ask. */
public enum Ask {
    BRANCH(AskKind.IDENTIFIER, false, "[0-9]{3}", 3),
    ACCOUNT(AskKind.IDENTIFIER, false, "[0-9]{7}", 7),
    LOGIN(AskKind.IDENTIFIER, false, "[a-z0-9]{4,20}", 20),
    /** The holder's name as it stands on the passbook, in kana. */
    NAME_KANA(AskKind.KNOWLEDGE, false, "[\\p{IsKatakana}ー・ 　]{1,40}", 40),
    CARD_PIN(AskKind.KNOWLEDGE, false, "[0-9]{4}", 4),
    BIRTH_DATE(AskKind.KNOWLEDGE, false, "[0-9]{4}-[0-9]{2}-[0-9]{2}", 10),
    /** The last four digits of the telephone number that the bank holds. */
    PHONE_TAIL(AskKind.KNOWLEDGE, false, "[0-9]{4}", 4),
    /** The balance of the last line of the passbook. */
    LAST_BALANCE(AskKind.KNOWLEDGE, false, "[0-9]{1,12}", 12),
    PASSWORD(AskKind.KNOWLEDGE, false, ".{8,40}", 40),
    /** Two fields of a printed card with numbers, others each time. */
    GRID_CARD(AskKind.POSSESSION, true, "[0-9]{4}", 4),
    /** Sent to the telephone number that the bank holds. */
    SMS_CODE(AskKind.POSSESSION, true, "[0-9]{6}", 6),
    /** Shown by the bank's app, another every 30 seconds. */
    APP_CODE(AskKind.POSSESSION, true, "[0-9]{6}", 6),
    /** Shown by a small device with a button. */
    TOKEN_CODE(AskKind.POSSESSION, true, "[0-9]{6}", 6),
    /** The customer calls from the telephone that the bank knows, and keys in a number. */
    CALL_BACK(AskKind.POSSESSION, true, null, 0),
    /** The customer picks the matching number in the bank's app. */
    APP_APPROVAL(AskKind.POSSESSION, true, null, 0),
    /** The customer picks the matching number in the bank's app, which wants to see the face first. */
    APP_FACE(AskKind.INHERENCE, true, null, 0),
    /** The digits that lead the text of a tiny deposit, read on the account's statement. */
    STATEMENT_CODE(AskKind.POSSESSION, true, "[0-9]{6,10}", 10);

    private final AskKind kind;
    private final boolean dynamic;
    private final @Nullable String form;
    private final int longest;

    Ask(AskKind kind, boolean dynamic, @Nullable String form, int longest) {
        this.kind = kind;
        this.dynamic = dynamic;
        this.form = form;
        this.longest = longest;
    }

    /** The word in descriptions, addresses and results: small letters and dashes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The ask with a word; empty if there is none. */
    public static Optional<Ask> of(String word) {
        return Arrays.stream(values()).filter(ask -> ask.word().equals(word)).findFirst();
    }

    public AskKind kind() {
        return kind;
    }

    /** Whether the answer is another one each time. */
    public boolean dynamic() {
        return dynamic;
    }

    /** Whether it is answered elsewhere: in the app, by telephone. */
    public boolean elsewhere() {
        return form == null;
    }

    /** Whether nobody may look over the customer's shoulder. */
    public boolean hidden() {
        return this == CARD_PIN || this == PASSWORD;
    }

    /** Whether it is made of digits. */
    public boolean digits() {
        return form != null && form.startsWith("[0-9]{") && this != BIRTH_DATE;
    }

    /** The most characters of an answer. */
    public int longest() {
        return longest;
    }

    /** Whether a text can be an answer at all. */
    public boolean fits(String answer) {
        return form == null || answer.matches(form);
    }
}
