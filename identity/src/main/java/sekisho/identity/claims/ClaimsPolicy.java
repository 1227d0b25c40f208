package sekisho.identity.claims;

import java.time.Duration;
import java.util.Set;
import sekisho.formats.matching.Attribute;

/**
 * What is accepted from one identity provider.
 *
 * @param issuer the provider's issuer identifier, compared as it is
 * @param trustFrameworks such as {@code jp_aml}
 * @param evidenceTypes such as {@code document}, {@code electronic_record}, {@code electronic_signature}; each piece of
 *     evidence has to be of one of them
 * @param required attributes that have to be there
 * @param demonstration whether the provider is one of a demonstration
 * @param maxAge how long ago the provider may have verified
 */
public record ClaimsPolicy(
        String issuer,
        Set<String> trustFrameworks,
        Set<String> evidenceTypes,
        Set<Attribute> required,
        boolean demonstration,
        Duration maxAge) {

    public ClaimsPolicy {
        trustFrameworks = Set.copyOf(trustFrameworks);
        evidenceTypes = Set.copyOf(evidenceTypes);
        required = Set.copyOf(required);
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("maxAge is not positive");
        }
    }

    /** Japan's act on preventing transfers of criminal proceeds: kanji name, birth date and address are needed. */
    public static ClaimsPolicy jpAml(String issuer, Duration maxAge) {
        return new ClaimsPolicy(
                issuer,
                Set.of("jp_aml"),
                Set.of("document", "electronic_record", "electronic_signature"),
                Set.of(Attribute.NAME_KANJI, Attribute.BIRTH_DATE, Attribute.ADDRESS),
                false,
                maxAge);
    }

    /** The same policy for a provider of a demonstration: what it says counts there alone. */
    public ClaimsPolicy ofDemonstration() {
        return new ClaimsPolicy(issuer, trustFrameworks, evidenceTypes, required, true, maxAge);
    }
}
