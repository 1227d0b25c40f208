package sekisho.server.identity;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import sekisho.formats.matching.Attribute;
import sekisho.identity.Source;
import sekisho.protocol.EvidenceKind;

/**
 * A piece of evidence about a person, as it is kept: what was proved by what, and nothing of what it says.
 *
 * @param kind the engine's word for it; {@link EvidenceKind#DEMONSTRATION} for all that a made-up authority vouches for
 * @param issuer who vouches for it: the certificate's issuer, the state, the provider
 * @param sources where each attribute was read
 * @param verifiedAt when it was checked here, or by the provider
 * @param until from then on it is worth nothing
 */
public record KeptEvidence(
        UUID id, EvidenceKind kind, String issuer, Map<Attribute, Source> sources, Instant verifiedAt, Instant until) {

    public KeptEvidence {
        var sorted = new EnumMap<Attribute, Source>(Attribute.class);
        sorted.putAll(sources);
        sources = java.util.Collections.unmodifiableMap(sorted);
    }

    /** Whether it says who somebody is without anything beside it: kanji name, birth date and address. */
    public boolean isEnoughAlone() {
        return vouches(Attribute.NAME_KANJI) && vouches(Attribute.BIRTH_DATE) && vouches(Attribute.ADDRESS);
    }

    private boolean vouches(Attribute attribute) {
        Source source = sources.get(attribute);
        return source != null && source.vouched();
    }
}
