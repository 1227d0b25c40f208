package sekisho.bank.fapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.bank.redirect.Attribute;
import sekisho.bank.redirect.MatchCode;
import tools.jackson.databind.json.JsonMapper;

/** What is compared, and with what. */
final class VerifiedClaimsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NAME_KANJI | 汐見花子    | {"name": "汐見　花子"}                                   | MTCH
            NAME_KANJI | 汐見花子    | {"name": "Hanako Shiomi", "name#ja-Hani-JP": "汐見花子"} | MTCH
            NAME_KANJI | 汐見花子    | {"name#ja-Kana-JP": "汐見花子"}                          | NOAP
            NAME_KANA  | シオミハナコ | {"name#ja-Kana-JP": "ｼｵﾐ ﾊﾅｺ"}                          | MTCH
            BIRTH_DATE | 1990-04-01  | {"birthdate": "1990-04-02"}                             | NMTC
            ADDRESS    | 東京都港区1  | {"address": {"formatted": "東京都 港区１"}}                | MTCH
            ADDRESS    | 東京都港区1  | {"address": {"locality": "東京都港区1"}}                  | NOAP
            PHONE      | 090-1234-5678 | {"phone_number": "+819012345678"}                     | MTCH
            PHONE      | 090-1234-5678 | {"phone_number": "+819012345679"}                     | NMTC
            PHONE      | 090-1234-5678 | {"phone_number": " "}                                 | NOAP
            BIRTH_DATE | 1990-04-01  | {"birthdate": 19900401}                                 | NOAP
            """)
    void anAttributeIsComparedWithItsClaim(Attribute attribute, String ours, String claims, MatchCode code) {
        VerifiedClaims verified = new VerifiedClaims(MAPPER.readTree(claims));
        assertThat(verified.compare(Set.of(attribute), Map.of(attribute, ours), Comparison.exact()))
                .isEqualTo(Map.of(attribute, code));
    }

    @Test
    void whatWeHaveNotVerifiedCannotBeCompared() {
        VerifiedClaims verified = new VerifiedClaims(MAPPER.readTree("{\"birthdate\": \"1990-04-01\"}"));
        assertThat(verified.compare(EnumSet.of(Attribute.BIRTH_DATE), Map.of(), Comparison.exact()))
                .isEqualTo(Map.of(Attribute.BIRTH_DATE, MatchCode.NOAP));
    }

    @Test
    void theFirstElementUnderAFrameworkThatIsBelievedCounts() {
        String two = """
                {"verified_claims": [
                  {"verification": {"trust_framework": "de_aml"}, "claims": {"name": "湊 太郎"}},
                  {"verification": {"trust_framework": "jp_aml"}, "claims": {"name": "汐見 花子"}},
                  {"verification": {"trust_framework": "jp_aml"}, "claims": {"name": "湊 太郎"}}]}
                """;
        assertThat(VerifiedClaims.in(MAPPER.readTree(two), Set.of("jp_aml")))
                .isEqualTo(
                        new VerifiedClaims.Found.Claims(new VerifiedClaims(MAPPER.readTree("{\"name\": \"汐見 花子\"}"))));
    }
}
