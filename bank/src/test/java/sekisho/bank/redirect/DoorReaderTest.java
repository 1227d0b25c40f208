package sekisho.bank.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.banksimulator.books.StatementAnswer;
import sekisho.banksimulator.books.StatementPurpose;
import sekisho.banksimulator.redirect.DoorStatement;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.DoorResult;
import sekisho.protocol.OperationId;
import sekisho.protocol.Token;
import tools.jackson.databind.json.JsonMapper;

/** A bank that signs whatever it likes to somebody at the door: each wrong member is refused by its code. */
final class DoorReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final String BINDING = "b".repeat(43);
    private static final String ACCOUNT = "a".repeat(32);
    private static final long SEED = 20261126;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ECKey DOCUMENTS = Keys.next(Curve.P_256);
    private static final ECKey STATEMENTS = statementKey();
    private static final JWKSet KEYS = new JWKSet(List.of(DOCUMENTS, STATEMENTS)).toPublicJWKSet();
    private static final DoorTerms TERMS = new DoorTerms(
            BookId.FIRST, new BankId(821), 1, new OperationId(3, 5), Terms.token(RANDOM), Terms.token(RANDOM));
    private static final DoorRequest REQUEST = new DoorRequest(request(Purpose.PROVE_HOLDER), TERMS);
    private static final SentDoorRequest SENT = SentDoorRequest.of(REQUEST, new RequestSigner(DOCUMENTS).sign(REQUEST));

    @Test
    void acceptsTheStatementThatWasAskedFor() {
        var accepted = (DoorReading.Accepted) read(granted(statement(Map.of())));
        assertThat(accepted.said().orElseThrow().result().answer()).isEqualTo(BankAnswer.MTCH);
        assertThat(accepted.said().orElseThrow().result().visit()).isEqualTo(TERMS.visit());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            book    | 0000000000000002                 | STATEMENT_OF_ANOTHER_BOOK
            bank    | 0000000000000336                 | STATEMENT_OF_ANOTHER_BANK
            key     | 2                                | STATEMENT_BY_ANOTHER_KEY
            visit   | 00000000000000000000000000000007 | STATEMENT_FOR_ANOTHER_VISIT
            session | 00000000000000000000000000000007 | STATEMENT_FOR_ANOTHER_SESSION
            nonce   | 00000000000000000000000000000007 | STATEMENT_WITH_ANOTHER_NONCE
            account | 00000000000000000000000000000007 | STATEMENT_FOR_ANOTHER_ACCOUNT
            purpose | unlock                           | STATEMENT_FOR_ANOTHER_PURPOSE
            answer  | NMTC                             | STATEMENT_WITH_ANOTHER_ANSWER
            answer  | FAILED                           | STATEMENT_WITH_ANOTHER_ANSWER
            expires | 1795662600001                    | STATEMENT_LIVES_TOO_LONG
            expires | 1795662000000                    | STATEMENT_EXPIRED
            purpose | link                             | NOT_A_DOCUMENT
            answer  | DELIVERED                        | NOT_A_DOCUMENT
            visit   | 7                                | NOT_A_DOCUMENT
            wallet  | 0000000000000007                 | NOT_A_DOCUMENT
            """, delimiter = '|')
    void refusesEachWrongMemberThatABankSignsByItsCode(String member, String value, ResultRefusal reason) {
        assertThat(read(granted(statement(Map.of(member, value))))).isEqualTo(new DoorReading.Refused(reason));
    }

    @Test
    void aFailureSaysFailedAndNothingElse() {
        var claims = begun("not-identified", statement(Map.of("answer", "FAILED")));
        assertThat(read(claims)).isInstanceOf(DoorReading.Accepted.class);
        claims.put("door", statement(Map.of()));
        assertThat(read(claims)).isEqualTo(new DoorReading.Refused(ResultRefusal.STATEMENT_WITH_ANOTHER_ANSWER));
        claims.remove("door");
        assertThat(read(claims)).isEqualTo(new DoorReading.Refused(ResultRefusal.STATEMENT_MISSING));
        claims.remove("account");
        assertThat(read(claims)).isInstanceOf(DoorReading.Accepted.class);
    }

    @Test
    void refusesASignatureOverAnythingElseAndAStatementAboutAWallet() {
        var another = statement(Map.of());
        another.put("signature", statement(Map.of("answer", "NOAP")).get("signature"));
        assertThat(read(granted(another))).isEqualTo(new DoorReading.Refused(ResultRefusal.STATEMENT_FORGED));
        var withWallet = granted(statement(Map.of()));
        withWallet.put("statement", Map.of());
        assertThat(read(withWallet)).isEqualTo(new DoorReading.Refused(ResultRefusal.NOT_A_DOCUMENT));
    }

    @Test
    void theBanksBytesAreTheEnginesForAnyValues() {
        var random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            var result = new DoorResult(
                    new BookId(random.nextInt(1, 0x10000)),
                    new BankId(random.nextInt(1, 10_000)),
                    random.nextInt(1, 0x10000),
                    new OperationId(random.nextLong(), random.nextLong()),
                    Terms.token(random),
                    Terms.token(random),
                    Terms.token(random),
                    random.nextBoolean() ? sekisho.protocol.Purpose.DOOR : sekisho.protocol.Purpose.UNLOCK,
                    random.nextBoolean() ? BankAnswer.MTCH : BankAnswer.FAILED,
                    random.nextLong());
            var terms = new sekisho.banksimulator.books.DoorTerms(
                    hex(result.book().value()),
                    hex(result.bank().code()),
                    result.key(),
                    hex(result.visit().high()) + hex(result.visit().low()),
                    hex(result.session()),
                    hex(result.nonce()));
            var written = new DoorStatement(
                    terms,
                    hex(result.account()),
                    StatementPurpose.of(StatementReader.word(result.purpose())),
                    StatementAnswer.valueOf(result.answer().name()),
                    result.expires());
            assertThat(written.canonical())
                    .as("seed %d, number %d", SEED, i)
                    .isEqualTo(result.canonical())
                    .hasSize(134);
        }
    }

    @Test
    void atTheDoorNothingIsComparedAndNoWalletSpokenOf() {
        assertThatThrownBy(() -> new DoorRequest(request(Purpose.LINK), TERMS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DoorRequest(
                        request(Purpose.UNLOCK).comparing(Map.of(Attribute.NAME_KANJI, "汐見 花子")), TERMS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DoorRequest(request(Purpose.UNLOCK).stating(Terms.next("0821", RANDOM)), TERMS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LinkRequest request(Purpose purpose) {
        return LinkRequest.of(
                new LinkRequest.Parties(
                        URI.create("http://localhost:8080"),
                        URI.create("http://127.0.0.1:9100/banks/0821"),
                        URI.create("http://localhost:8080/door/return"),
                        "sekisho"),
                purpose,
                new OpaqueId("1".repeat(32)),
                BINDING,
                NOW,
                RANDOM);
    }

    private static DoorReading read(Map<String, Object> claims) {
        return DoorReader.read(signed(claims), SENT, BINDING, KEYS, NOW);
    }

    private static Map<String, Object> granted(Map<String, Object> statement) {
        var claims = begun("granted", statement);
        claims.put("account_shown", Map.of("ja", "口座", "en", "account"));
        claims.put("factors", List.of(Map.of("kind", "knowledge", "method", "card-pin", "dynamic", false)));
        claims.put("auth_time", NOW.getEpochSecond());
        return claims;
    }

    private static Map<String, Object> begun(String result, Map<String, Object> statement) {
        var claims = new HashMap<String, Object>();
        claims.put("iss", SENT.sent().bank().toString());
        claims.put("aud", SENT.sent().issuer().toString());
        claims.put("iat", NOW.getEpochSecond());
        claims.put("exp", NOW.getEpochSecond() + 120);
        claims.put("jti", "2".repeat(32));
        claims.put("nonce", SENT.sent().nonce().hex());
        claims.put("purpose", SENT.sent().purpose().word());
        claims.put("reference", SENT.sent().reference().hex());
        claims.put("binding", SENT.sent().binding());
        claims.put("request", SENT.sent().digest());
        claims.put("result", result);
        claims.put("notice", "sms");
        claims.put("account", ACCOUNT);
        claims.put("door", statement);
        return claims;
    }

    /** What the bank signs, with some members otherwise than it was asked. */
    private static Map<String, Object> statement(Map<String, String> otherwise) {
        var terms = new sekisho.banksimulator.books.DoorTerms(
                hex(TERMS.book().value()),
                hex(TERMS.bank().code()),
                TERMS.key(),
                hex(TERMS.visit().high()) + hex(TERMS.visit().low()),
                hex(TERMS.session()),
                hex(TERMS.nonce()));
        var statement = new DoorStatement(
                terms,
                ACCOUNT,
                StatementPurpose.of(otherwise.getOrDefault("purpose", "prove")),
                StatementAnswer.valueOf(otherwise.getOrDefault("answer", "MTCH")),
                Long.parseLong(otherwise.getOrDefault("expires", Long.toString(NOW.toEpochMilli() + 600_000))));
        var members = new HashMap<>(statement.signed(STATEMENTS));
        otherwise.forEach((member, value) -> {
            if (!member.equals("expires")) {
                members.put(member, member.equals("key") ? Integer.valueOf(value) : value);
            }
        });
        return members;
    }

    private static String signed(Map<String, Object> claims) {
        try {
            var jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType("sekisho-link-result+jwt"))
                            .keyID(DOCUMENTS.getKeyID())
                            .build(),
                    new Payload(JsonMapper.builder().build().writeValueAsBytes(claims)));
            jws.sign(new ECDSASigner(DOCUMENTS));
            return jws.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey statementKey() {
        return new ECKey.Builder(Keys.next(Curve.P_256))
                .keyUse(new KeyUse("statement"))
                .keyID("statement-1")
                .build();
    }

    private static String hex(long value) {
        return HexFormat.of().toHexDigits(value);
    }

    private static String hex(Token token) {
        return hex(token.high()) + hex(token.low());
    }
}
