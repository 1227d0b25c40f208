package sekisho.bank.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Each claim that is wrong is refused by its own code. */
final class ResultReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
    private static final ECKey BANK = Keys.next(Curve.P_256);
    private static final ECKey OTHER_BANK = Keys.next(Curve.P_256);
    private static final JWKSet KEYS = new JWKSet(BANK).toPublicJWKSet();
    private static final String BINDING = "b".repeat(43);
    private static final LinkRequest REQUEST = LinkRequest.of(
                    new LinkRequest.Parties(
                            URI.create("http://localhost:8080"),
                            URI.create("http://127.0.0.1:9100/banks/0821"),
                            URI.create("http://localhost:8080/link/return"),
                            "sekisho"),
                    Purpose.LINK,
                    new OpaqueId("1".repeat(32)),
                    BINDING,
                    NOW,
                    new SecureRandom())
            .comparing(Map.of(Attribute.NAME_KANJI, "汐見 花子"));
    private static final SentRequest SENT =
            SentRequest.of(REQUEST, new RequestSigner(Keys.next(Curve.P_256)).sign(REQUEST));

    @Test
    void acceptsWhatTheBankGranted() throws Exception {
        var result = accepted(granted());
        assertThat(result.code()).isEqualTo(ResultCode.GRANTED);
        assertThat(result.account().orElseThrow().hex()).isEqualTo("a".repeat(32));
        assertThat(result.mandate().orElseThrow().hex()).isEqualTo("c".repeat(32));
        assertThat(result.shown()).hasValue(new ShownAccount("本店・普通・＊＊＊＊412", "Head Office, ordinary, ****412"));
        assertThat(result.match()).isEqualTo(Map.of(Attribute.NAME_KANJI, MatchCode.MTCH));
        assertThat(result.factors()).containsExactly(new Factor(FactorKind.KNOWLEDGE, "card-pin", false));
        assertThat(result.identifiedAt()).hasValue(NOW);
        assertThat(result.notice()).isEqualTo(HolderNotice.SMS);
    }

    @Test
    void acceptsWhatTheBankRefusedWithTheAccountThatWasTried() throws Exception {
        var claims = refused();
        assertThat(accepted(claims).account().orElseThrow().hex()).isEqualTo("a".repeat(32));
        claims.remove("account");
        assertThat(accepted(claims).account()).isEmpty();
        claims.put("from_a_later_version", List.of(1, 2));
        assertThat(accepted(claims).code()).isEqualTo(ResultCode.NOT_IDENTIFIED);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            iss       | http://127.0.0.1:9100/banks/0822  | WRONG_ISSUER
            iss       | -                                 | NOT_A_DOCUMENT
            aud       | http://localhost:8081             | WRONG_AUDIENCE
            nonce     | 00000000000000000000000000000000  | WRONG_NONCE
            purpose   | unlock                            | WRONG_PURPOSE
            reference | 22222222222222222222222222222222  | WRONG_REFERENCE
            binding   | ccc                               | WRONG_BINDING
            request   | ddd                               | WRONG_REQUEST
            result    | perhaps                           | NOT_A_DOCUMENT
            account   | -                                 | NOT_A_DOCUMENT
            account   | xyz                               | NOT_A_DOCUMENT
            account   | 00000000000000000000000000000000  | NOT_A_DOCUMENT
            mandate   | -                                 | NOT_A_DOCUMENT
            mandate   | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa  | NOT_A_DOCUMENT
            account_shown | -                             | NOT_A_DOCUMENT
            factors   | -                                 | NOT_A_DOCUMENT
            factors   | all of them                       | NOT_A_DOCUMENT
            auth_time | -                                 | NOT_A_DOCUMENT
            auth_time | yesterday                         | NOT_A_DOCUMENT
            notice    | -                                 | NOT_A_DOCUMENT
            jti       | 1                                 | NOT_A_DOCUMENT
            match     | -                                 | WRONG_MATCH
            """, delimiter = '|')
    void refusesAWrongClaim(String claim, String value, ResultRefusal reason) throws Exception {
        var claims = granted();
        if (value.equals("-")) {
            claims.remove(claim);
        } else {
            claims.put(claim, value);
        }
        assertThat(read(signed(claims))).isEqualTo(new Reading.Refused(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "-32, 88, EXPIRED_NOT",
        "-149, -29, EXPIRED_NOT",
        "-150, -30, EXPIRED",
        "30, 150, EXPIRED_NOT",
        "31, 151, NOT_YET",
        "0, 121, LIVES_TOO_LONG",
        "-9223372036854775808, 0, NOT_A_DOCUMENT"
    })
    void holdsToItsTimes(long issued, long expires, String expected) throws Exception {
        var claims = granted();
        claims.put("iat", issued == Long.MIN_VALUE ? issued : NOW.getEpochSecond() + issued);
        claims.put("exp", NOW.getEpochSecond() + expires);
        if (expected.equals("EXPIRED_NOT")) {
            assertThat(read(signed(claims))).isInstanceOf(Reading.Accepted.class);
        } else {
            assertThat(read(signed(claims))).isEqualTo(new Reading.Refused(ResultRefusal.valueOf(expected)));
        }
    }

    @Test
    void refusesAnswersToWhatWasNotAsked() throws Exception {
        var claims = granted();
        claims.put("match", Map.of("name_kanji", "MTCH", "phone", "MTCH"));
        assertThat(read(signed(claims))).isEqualTo(new Reading.Refused(ResultRefusal.WRONG_MATCH));
        claims.put("match", Map.of("name_kanji", "YES"));
        assertThat(read(signed(claims))).isEqualTo(new Reading.Refused(ResultRefusal.NOT_A_DOCUMENT));
    }

    @Test
    void refusesAMandateThatWasNotAskedFor() throws Exception {
        var claims = refused();
        claims.put("mandate", "c".repeat(32));
        assertThat(read(signed(claims))).isEqualTo(new Reading.Refused(ResultRefusal.NOT_A_DOCUMENT));
    }

    @Test
    void refusesAnotherBrowser() throws Exception {
        assertThat(ResultReader.read(signed(granted()), SENT, "x".repeat(43), KEYS, NOW))
                .isEqualTo(new Reading.Refused(ResultRefusal.WRONG_SESSION));
    }

    @Test
    void refusesEveryOtherSignatureAndHeader() throws Exception {
        assertThat(read("no")).isEqualTo(new Reading.Refused(ResultRefusal.NOT_A_JWS));
        assertThat(read("x".repeat(9_000))).isEqualTo(new Reading.Refused(ResultRefusal.NOT_A_JWS));
        assertThat(read(signed(
                        OTHER_BANK,
                        header(OTHER_BANK.getKeyID(), ResultReader.TYPE).build(),
                        granted())))
                .isEqualTo(new Reading.Refused(ResultRefusal.UNKNOWN_KEY));
        assertThat(read(signed(
                        OTHER_BANK, header(BANK.getKeyID(), ResultReader.TYPE).build(), granted())))
                .isEqualTo(new Reading.Refused(ResultRefusal.BAD_SIGNATURE));
        assertThat(read(signed(BANK, header(BANK.getKeyID(), RequestSigner.TYPE).build(), granted())))
                .isEqualTo(new Reading.Refused(ResultRefusal.WRONG_TYPE));
        assertThat(read(signed(
                        BANK,
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .keyID(BANK.getKeyID())
                                .build(),
                        granted())))
                .isEqualTo(new Reading.Refused(ResultRefusal.WRONG_HEADER));
        var withKey = header(BANK.getKeyID(), ResultReader.TYPE)
                .jwk(BANK.toPublicJWK())
                .build();
        assertThat(read(signed(BANK, withKey, granted()))).isEqualTo(new Reading.Refused(ResultRefusal.WRONG_HEADER));
        var mac = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType(ResultReader.TYPE))
                        .keyID(BANK.getKeyID())
                        .build(),
                new Payload("{}"));
        mac.sign(new MACSigner("a secret that everybody knows, 32+"));
        assertThat(read(mac.serialize())).isEqualTo(new Reading.Refused(ResultRefusal.WRONG_HEADER));
        String none = base64("{\"alg\":\"none\",\"typ\":\"" + ResultReader.TYPE + "\",\"kid\":\"k\"}") + "."
                + base64("{}") + ".";
        assertThat(read(none)).isInstanceOf(Reading.Refused.class);
        String[] parts = signed(granted()).split("\\.", -1);
        var changed = refused();
        String swapped = parts[0] + "." + base64(JsonMapper.shared().writeValueAsString(changed)) + "." + parts[2];
        assertThat(read(swapped)).isEqualTo(new Reading.Refused(ResultRefusal.BAD_SIGNATURE));
    }

    @Test
    void refusesAClaimThatIsThereTwice() throws Exception {
        String twice = JsonMapper.shared().writeValueAsString(granted()).replaceFirst("\\{", "{\"iss\":\"x\",");
        var jws = new JWSObject(header(BANK.getKeyID(), ResultReader.TYPE).build(), new Payload(twice));
        jws.sign(new ECDSASigner(BANK));
        assertThat(read(jws.serialize())).isEqualTo(new Reading.Refused(ResultRefusal.NOT_A_DOCUMENT));
    }

    @Test
    void readsNoticesOfEndedMandates() throws Exception {
        var claims = new LinkedHashMap<String, Object>(Map.of(
                "iss", REQUEST.bank().toString(),
                "aud", REQUEST.issuer().toString(),
                "iat", NOW.getEpochSecond(),
                "exp", NOW.getEpochSecond() + 600,
                "number", 3,
                "mandate", "c".repeat(32),
                "at", NOW.toEpochMilli(),
                "by", "customer"));
        String notice = signed(BANK, header(BANK.getKeyID(), NoticeReader.TYPE).build(), claims);
        assertThat(NoticeReader.read(notice, REQUEST.bank(), REQUEST.issuer(), KEYS, NOW))
                .isEqualTo(new NoticeReader.Notice.Accepted(new EndedMandate(
                        3, sekisho.bank.AccountToken.parse("c".repeat(32)), NOW, EndedMandate.By.CUSTOMER)));
        assertThat(NoticeReader.read(notice, REQUEST.issuer(), REQUEST.issuer(), KEYS, NOW))
                .isEqualTo(new NoticeReader.Notice.Refused(ResultRefusal.WRONG_ISSUER));
        assertThat(read(notice)).isEqualTo(new Reading.Refused(ResultRefusal.WRONG_TYPE));
    }

    @Test
    void whatIsKeptOfARequestHasNoPersonalData() {
        assertThat(SENT.toString()).doesNotContain("花子");
        assertThat(REQUEST.toString()).doesNotContain("花子");
        assertThat(SENT.asked()).isEqualTo(Set.of(Attribute.NAME_KANJI));
    }

    @Test
    void aRequestLivesForTenMinutesAtMost() {
        assertThat(REQUEST.matchingNumber()).isBetween(10, 99);
        assertThatThrownBy(() -> new LinkRequest(
                        REQUEST.issuer(),
                        REQUEST.bank(),
                        NOW,
                        NOW.plusSeconds(601),
                        REQUEST.id(),
                        REQUEST.nonce(),
                        REQUEST.purpose(),
                        REQUEST.reference(),
                        BINDING,
                        REQUEST.returnTo(),
                        47,
                        "sekisho",
                        Map.of()))
                .hasMessageContaining("ten minutes");
        assertThatThrownBy(() -> new RequestSigner(BANK.toPublicJWK())).hasMessageContaining("private");
        assertThat(new RequestSigner(BANK).publicKeys()).contains("\"crv\"").doesNotContain("\"d\"");
    }

    private static Map<String, Object> granted() {
        var claims = begun("granted", "sms");
        claims.put("account", "a".repeat(32));
        claims.put("mandate", "c".repeat(32));
        claims.put("account_shown", Map.of("ja", "本店・普通・＊＊＊＊412", "en", "Head Office, ordinary, ****412"));
        claims.put("match", Map.of("name_kanji", "MTCH"));
        claims.put("factors", List.of(Map.of("kind", "knowledge", "method", "card-pin", "dynamic", false)));
        claims.put("auth_time", NOW.getEpochSecond());
        return claims;
    }

    private static Map<String, Object> refused() {
        var claims = begun("not-identified", "none");
        claims.put("account", "a".repeat(32));
        return claims;
    }

    private static Map<String, Object> begun(String result, String notice) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", REQUEST.bank().toString());
        claims.put("aud", REQUEST.issuer().toString());
        claims.put("iat", NOW.getEpochSecond());
        claims.put("exp", NOW.getEpochSecond() + 120);
        claims.put("jti", "9".repeat(32));
        claims.put("nonce", REQUEST.nonce().hex());
        claims.put("purpose", "link");
        claims.put("reference", REQUEST.reference().hex());
        claims.put("binding", BINDING);
        claims.put("request", SENT.digest());
        claims.put("result", result);
        claims.put("notice", notice);
        return claims;
    }

    private static LinkResult accepted(Map<String, Object> claims) throws Exception {
        return ((Reading.Accepted) read(signed(claims))).result();
    }

    private static Reading read(String compact) {
        return ResultReader.read(compact, SENT, BINDING, KEYS, NOW);
    }

    private static JWSHeader.Builder header(String keyId, String type) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID(keyId);
    }

    private static String signed(Map<String, Object> claims) throws Exception {
        return signed(BANK, header(BANK.getKeyID(), ResultReader.TYPE).build(), claims);
    }

    private static String signed(ECKey key, JWSHeader header, Map<String, Object> claims) throws Exception {
        var jws = new JWSObject(header, new Payload(JsonMapper.shared().writeValueAsBytes(claims)));
        jws.sign(new ECDSASigner(key));
        return jws.serialize();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
