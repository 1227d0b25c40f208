package sekisho.identity.claims;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sekisho.formats.matching.Attribute;
import sekisho.identity.Gender;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Refusal;
import sekisho.identity.Source;
import sekisho.identity.VerifiedAttribute;

/**
 * The claims about a person inside {@code verified_claims} (OpenID Connect Core, section 5.1; language tags, section 5.2):
 * names by script ({@code #ja-Hani-JP}, {@code #ja-Kana-JP}, {@code #ja-Latn-JP}), untagged ones by what they are written in.
 */
final class PersonClaims {
    private final Json claims;

    PersonClaims(Json claims) {
        this.claims = claims;
    }

    List<VerifiedAttribute> attributes() throws Refusal {
        var attributes = new ArrayList<VerifiedAttribute>();
        Optional<String> untagged = name("");
        add(attributes, Attribute.NAME_KANJI, name("#ja-Hani-JP").or(() -> untagged.filter(PersonClaims::hasKanji)));
        add(attributes, Attribute.NAME_KANA, name("#ja-Kana-JP"));
        add(attributes, Attribute.NAME_LATIN, name("#ja-Latn-JP").or(() -> untagged.filter(PersonClaims::isLatin)));
        add(attributes, Attribute.BIRTH_DATE, birthDate());
        add(attributes, Attribute.ADDRESS, address());
        add(attributes, Attribute.PHONE, claims.text("phone_number"));
        return attributes;
    }

    Gender gender() throws Refusal {
        return switch (claims.text("gender").orElse("")) {
            case "female" -> Gender.FEMALE;
            case "male" -> Gender.MALE;
            default -> Gender.NOT_STATED;
        };
    }

    private static boolean hasKanji(String name) {
        return name.codePoints().anyMatch(Character::isIdeographic);
    }

    private static boolean isLatin(String name) {
        return name.codePoints()
                .allMatch(
                        c -> !Character.isLetter(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    private Optional<String> name(String tag) throws Refusal {
        Optional<String> family = claims.text("family_name" + tag);
        Optional<String> given = claims.text("given_name" + tag);
        if (family.isPresent() && given.isPresent()) {
            return Optional.of(family.get() + " " + given.get());
        }
        return claims.text("name" + tag);
    }

    private Optional<String> birthDate() throws Refusal {
        Optional<String> text = claims.text("birthdate");
        if (text.isEmpty()) {
            return text;
        }
        try {
            // The year 0000 stands for a year that is not told: it does not parse as a birth date here.
            LocalDate date = LocalDate.parse(text.get());
            if (date.getYear() < 1850) {
                throw new Refusal(IdentityRefusal.MALFORMED);
            }
            return Optional.of(date.toString());
        } catch (DateTimeException _) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
    }

    private Optional<String> address() throws Refusal {
        Optional<Json> address = claims.object("address#ja-Hani-JP");
        if (address.isEmpty()) {
            address = claims.object("address");
        }
        if (address.isEmpty()) {
            return Optional.empty();
        }
        Json parts = address.get();
        Optional<String> formatted = parts.text("formatted");
        if (formatted.isPresent()) {
            return formatted;
        }
        var joined = new StringBuilder();
        for (String part : List.of("region", "locality", "street_address")) {
            joined.append(parts.text(part).orElse(""));
        }
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined.toString());
    }

    private static void add(List<VerifiedAttribute> attributes, Attribute attribute, Optional<String> value) {
        value.ifPresent(text -> attributes.add(new VerifiedAttribute(attribute, text, Source.IDENTITY_PROVIDER)));
    }
}
