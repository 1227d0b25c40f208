package sekisho.bank.fapi;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sekisho.bank.redirect.Attribute;
import sekisho.bank.redirect.MatchCode;
import tools.jackson.databind.JsonNode;

/**
 * The {@code verified_claims} of an ID token (OpenID Connect for Identity Assurance): what the bank says of a person under a
 * trust framework. Its values live as long as the comparison.
 *
 * @param claims of one element
 */
record VerifiedClaims(JsonNode claims) {
    private static final int MOST = 8;

    /** What became of looking for them. */
    sealed interface Found {
        record Claims(VerifiedClaims claims) implements Found {}

        record Refused(FapiRefusal reason) implements Found {}
    }

    /** The first element that was verified under a framework that is believed. */
    static Found in(JsonNode idToken, Set<String> frameworks) {
        @Nullable JsonNode node = idToken.get("verified_claims");
        List<JsonNode> elements =
                node == null ? List.of() : node.isArray() ? node.valueStream().toList() : List.of(node);
        if (elements.isEmpty() || elements.size() > MOST) {
            return new Found.Refused(FapiRefusal.CLAIMS_NOT_VERIFIED);
        }
        for (JsonNode element : elements) {
            @Nullable JsonNode claims = element.get("claims");
            if (claims == null
                    || !claims.isObject()
                    || !element.path("verification").isObject()) {
                return new Found.Refused(FapiRefusal.CLAIMS_NOT_VERIFIED);
            }
            JsonNode framework = element.path("verification").path("trust_framework");
            if (framework.isString() && frameworks.contains(framework.stringValue())) {
                return new Found.Claims(new VerifiedClaims(claims));
            }
        }
        return new Found.Refused(FapiRefusal.WRONG_TRUST_FRAMEWORK);
    }

    /** A code for everything that was asked; where the bank says nothing, or we have nothing, it cannot be compared. */
    Map<Attribute, MatchCode> compare(Set<Attribute> asked, Map<Attribute, String> verified, Comparison comparison) {
        var codes = new EnumMap<Attribute, MatchCode>(Attribute.class);
        for (Attribute attribute : asked) {
            @Nullable String ours = verified.get(attribute);
            @Nullable String theirs = value(attribute);
            codes.put(
                    attribute,
                    ours == null || theirs == null ? MatchCode.NOAP : comparison.compare(attribute, ours, theirs));
        }
        return codes;
    }

    /** The claim that is asked for, by the names of OpenID Connect Core, section 5. */
    static String claim(Attribute attribute) {
        return switch (attribute) {
            case NAME_KANJI -> "name";
            case NAME_KANA -> "name#ja-Kana-JP";
            case BIRTH_DATE -> "birthdate";
            case PHONE -> "phone_number";
            case ADDRESS -> "address";
        };
    }

    private @Nullable String value(Attribute attribute) {
        JsonNode node = claims.path(claim(attribute));
        if (attribute == Attribute.NAME_KANJI && claims.has("name#ja-Hani-JP")) {
            node = claims.path("name#ja-Hani-JP");
        }
        if (attribute == Attribute.ADDRESS && node.isObject()) {
            node = node.path("formatted");
        }
        return node.isString() && !node.stringValue().isBlank() ? node.stringValue() : null;
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "VerifiedClaims[" + claims.size() + "]";
    }
}
