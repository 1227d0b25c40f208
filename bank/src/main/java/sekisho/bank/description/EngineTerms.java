package sekisho.bank.description;

import sekisho.bank.redirect.Attribute;
import sekisho.bank.redirect.FactorKind;
import sekisho.protocol.Description;
import sekisho.protocol.Description.Notice;

/**
 * A bank's description in the engine's terms: numbers and bits. What the engine does not decide by (pages, how the bank answers,
 * liability, hours, a link's bounds beyond one top-up) stays here.
 */
public final class EngineTerms {
    private EngineTerms() {}

    /** The terms of a description. */
    public static Description of(BankDescription description) {
        return new Description(
                description.version(),
                description.rail().method(),
                factors(description),
                description.matches().attributes().stream()
                        .mapToInt(EngineTerms::bit)
                        .sum(),
                notice(description.tells().channel()),
                description.tells().proof(),
                description.objection().toMillis(),
                description.pullBack().toMillis(),
                description.bounds().once(),
                description.bounds().newLinksIn24Hours());
    }

    private static int factors(BankDescription description) {
        return description.kinds().stream().mapToInt(EngineTerms::bit).sum()
                | (description.dynamic() ? Description.DYNAMIC : 0)
                | (description.phishingResistant() ? Description.PHISHING_RESISTANT : 0)
                | (description.depositCode() ? Description.DEPOSIT_CODE : 0);
    }

    private static Notice notice(Telling.Channel channel) {
        return switch (channel) {
            case NONE -> Notice.NONE;
            case STATEMENT -> Notice.STATEMENT;
            case MAIL -> Notice.MAIL;
            case LETTER -> Notice.LETTER;
            case MESSAGE -> Notice.MESSAGE;
            case APP -> Notice.APP;
        };
    }

    private static int bit(FactorKind kind) {
        return switch (kind) {
            case KNOWLEDGE -> Description.KNOWLEDGE;
            case POSSESSION -> Description.POSSESSION;
            case INHERENCE -> Description.INHERENCE;
        };
    }

    private static int bit(Attribute attribute) {
        return switch (attribute) {
            case NAME_KANJI -> Description.KANJI_NAME;
            case NAME_KANA -> Description.KANA_NAME;
            case BIRTH_DATE -> Description.BIRTH_DATE;
            case ADDRESS -> Description.ADDRESS;
            case PHONE -> Description.PHONE;
        };
    }
}
