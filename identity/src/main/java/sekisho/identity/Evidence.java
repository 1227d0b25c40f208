package sekisho.identity;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sekisho.formats.matching.Attribute;
import sekisho.formats.matching.Claimed;
import sekisho.formats.matching.Standing;

/**
 * What was checked about a person, once: never a flag, and nothing that the person typed.
 *
 * @param demonstration whether who vouches for it does not exist: it counts in demonstrations alone
 * @param attributes each with its source, each attribute once
 * @param gender as the document says it; {@code NOT_STATED} if it says nothing
 * @param issuer who vouches: the certificate's issuer, the state, the provider
 * @param reference SHA-256 of what was checked (certificate, security object, provider and subject), to find it again when
 *     it is revoked; personal
 * @param verifiedAt when it was checked here, or by the provider
 * @param validUntil when certificate or document ends; the evidence is worth nothing from then on
 */
public record Evidence(
        EvidenceKind kind,
        boolean demonstration,
        List<VerifiedAttribute> attributes,
        Gender gender,
        String issuer,
        Octets reference,
        Instant verifiedAt,
        Instant validUntil) {
    private static final Set<Attribute> WHOLE = Set.of(Attribute.NAME_KANJI, Attribute.BIRTH_DATE, Attribute.ADDRESS);

    public Evidence {
        attributes = List.copyOf(attributes);
        if (attributes.stream().map(VerifiedAttribute::attribute).distinct().count() != attributes.size()) {
            throw new IllegalArgumentException("an attribute is there twice");
        }
        if (!validUntil.isAfter(verifiedAt)) {
            throw new IllegalArgumentException("validUntil is not after verifiedAt");
        }
    }

    /**
     * Whether it says who somebody is without anything beside it: kanji name, birth date and address. A passport never does.
     */
    public boolean isEnoughAlone() {
        return attributes.stream().map(VerifiedAttribute::attribute).toList().containsAll(WHOLE);
    }

    /** The value of an attribute. */
    public Optional<String> value(Attribute attribute) {
        return attributes.stream()
                .filter(verified -> verified.attribute() == attribute)
                .map(VerifiedAttribute::value)
                .findFirst();
    }

    /** The attributes as matching takes them. */
    public Map<Attribute, Claimed> claims() {
        var claims = new EnumMap<Attribute, Claimed>(Attribute.class);
        attributes.forEach(
                verified -> claims.put(verified.attribute(), new Claimed(verified.value(), Standing.VERIFIED)));
        return claims;
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        var names = new TreeSet<Attribute>();
        attributes.forEach(verified -> names.add(verified.attribute()));
        return "Evidence[" + kind + (demonstration ? " (demonstration), " : ", ") + names + ", verified " + verifiedAt
                + ", valid until " + validUntil + "]";
    }
}
