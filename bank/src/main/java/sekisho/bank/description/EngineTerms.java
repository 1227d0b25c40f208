package sekisho.bank.description;

import sekisho.bank.redirect.Attribute;
import sekisho.bank.redirect.FactorKind;

/**
 * A description in the engine's terms: numbers and bits, the components of its {@code Description} in their order. What the
 * engine does not decide by (pages, liability, hours, limits of one link beyond a top-up) stays here.
 *
 * @param method the rail's number
 * @param factors bits: knowledge 1, possession 2, inherence 4, dynamic 8, phishing-resistant 16, deposit code 32
 * @param matches bits: name in kanji 1, birth date 2, address 4, phone 8, name in kana 16
 * @param perTopUp yen
 * @param newLinksIn24Hours yen
 */
public record EngineTerms(
        int version,
        int method,
        int factors,
        int matches,
        Telling.Channel notice,
        boolean noticeProof,
        long objectionMillis,
        long pullBackMillis,
        long perTopUp,
        long newLinksIn24Hours) {
    private static final int DYNAMIC = 8;
    private static final int PHISHING_RESISTANT = 16;
    private static final int DEPOSIT_CODE = 32;

    /** The terms of a description. */
    public static EngineTerms of(BankDescription description) {
        return new EngineTerms(
                description.version(),
                description.rail().method(),
                factors(description),
                description.matches().attributes().stream()
                        .mapToInt(EngineTerms::bit)
                        .sum(),
                description.tells().channel(),
                description.tells().proof(),
                description.objection().toMillis(),
                description.pullBack().toMillis(),
                description.bounds().once(),
                description.bounds().newLinksIn24Hours());
    }

    private static int factors(BankDescription description) {
        return description.kinds().stream().mapToInt(EngineTerms::bit).sum()
                | (description.dynamic() ? DYNAMIC : 0)
                | (description.phishingResistant() ? PHISHING_RESISTANT : 0)
                | (description.depositCode() ? DEPOSIT_CODE : 0);
    }

    private static int bit(FactorKind kind) {
        return switch (kind) {
            case KNOWLEDGE -> 1;
            case POSSESSION -> 2;
            case INHERENCE -> 4;
        };
    }

    private static int bit(Attribute attribute) {
        return switch (attribute) {
            case NAME_KANJI -> 1;
            case BIRTH_DATE -> 2;
            case ADDRESS -> 4;
            case PHONE -> 8;
            case NAME_KANA -> 16;
        };
    }
}
