package sekisho.core.trust;

import sekisho.protocol.BankAnswer;
import sekisho.protocol.Description;
import sekisho.protocol.LinkStrength;

/** How strong a bank's protocol is, from its description. */
public final class Strength {

    private static final int CLOSE = Description.KANA_NAME | Description.BIRTH_DATE;

    private Strength() {}

    /**
     * Two kinds of factors with one dynamic are {@code TWO_FACTOR}, and {@code PHISHING_RESISTANT} where they are bound to the
     * bank; any kind at all is {@code WEAK}, and {@code WEAK_NOTICED} where the holder is told with proof or by a code in the
     * statement. All that is known together is one kind.
     */
    public static LinkStrength of(Description description) {
        int factors = description.factors();
        int kinds =
                Integer.bitCount(factors & (Description.KNOWLEDGE | Description.POSSESSION | Description.INHERENCE));
        if (kinds >= 2 && (factors & Description.DYNAMIC) != 0) {
            return (factors & Description.PHISHING_RESISTANT) != 0
                    ? LinkStrength.PHISHING_RESISTANT
                    : LinkStrength.TWO_FACTOR;
        }
        if (kinds == 0) {
            return LinkStrength.NONE;
        }
        boolean told = (factors & Description.DEPOSIT_CODE) != 0
                || (description.noticeProof() && description.notice() != Description.Notice.NONE);
        return told ? LinkStrength.WEAK_NOTICED : LinkStrength.WEAK;
    }

    /** What a bank's answer can mean at most: a bank that compares no kanji name, or nothing beside it, has no match. */
    public static BankAnswer believed(BankAnswer answer, Description description) {
        if (answer != BankAnswer.MTCH && answer != BankAnswer.CMTC) {
            return answer;
        }
        int matches = description.matches();
        boolean beside = (matches & (Description.BIRTH_DATE | Description.ADDRESS | Description.PHONE)) != 0;
        if ((matches & Description.KANJI_NAME) != 0 && beside) {
            return answer;
        }
        return (matches & CLOSE) == CLOSE ? BankAnswer.CMTC : BankAnswer.NOAP;
    }
}
