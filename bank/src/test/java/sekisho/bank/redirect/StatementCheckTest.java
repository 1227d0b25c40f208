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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.bank.AccountToken;
import sekisho.banksimulator.books.StatementAnswer;
import sekisho.banksimulator.books.StatementPurpose;
import sekisho.banksimulator.redirect.Statement;
import sekisho.protocol.BankAnswer;
import tools.jackson.databind.json.JsonMapper;

/** A bank that signs whatever it likes: what its statement says otherwise than it was asked is refused, each by its code. */
final class StatementCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final ECKey DOCUMENTS = Keys.next(Curve.P_256);
    private static final ECKey STATEMENTS = statementKey("statement-1", Keys.next(Curve.P_256));
    private static final JWKSet KEYS = new JWKSet(List.of(DOCUMENTS, STATEMENTS)).toPublicJWKSet();
    private static final String BINDING = "b".repeat(43);
    private static final StatementTerms TERMS = Terms.next("0821", new SecureRandom());
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
            .comparing(Map.of(Attribute.NAME_KANJI, "汐見 花子", Attribute.BIRTH_DATE, "1990-04-01"))
            .stating(TERMS);
    private static final SentRequest SENT = SentRequest.of(REQUEST, new RequestSigner(DOCUMENTS).sign(REQUEST));
    private static final String ACCOUNT = "a".repeat(32);

    @Test
    void acceptsTheStatementThatWasAskedFor() {
        var result = ((Reading.Accepted) read(granted(statement(Map.of())))).result();
        assertThat(result.mandate()).isPresent();
        assertThat(result.statement().orElseThrow().result().answer()).isEqualTo(BankAnswer.MTCH);
        assertThat(result.statement().orElseThrow().result().account().high()).isEqualTo(0xaaaaaaaaaaaaaaaaL);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            book    | 0000000000000002                 | STATEMENT_OF_ANOTHER_BOOK
            bank    | 0000000000000336                 | STATEMENT_OF_ANOTHER_BANK
            key     | 2                                | STATEMENT_BY_ANOTHER_KEY
            wallet  | 0000000000000007                 | STATEMENT_FOR_ANOTHER_WALLET
            person  | 00000000000000000000000000000007 | STATEMENT_FOR_ANOTHER_PERSON
            link    | 00000000000000000000000000000007 | STATEMENT_FOR_ANOTHER_LINK
            session | 00000000000000000000000000000007 | STATEMENT_FOR_ANOTHER_SESSION
            nonce   | 00000000000000000000000000000007 | STATEMENT_WITH_ANOTHER_NONCE
            account | 00000000000000000000000000000007 | STATEMENT_FOR_ANOTHER_ACCOUNT
            purpose | reverify                         | STATEMENT_FOR_ANOTHER_PURPOSE
            purpose | prove                            | STATEMENT_FOR_ANOTHER_PURPOSE
            answer  | CMTC                             | STATEMENT_WITH_ANOTHER_ANSWER
            expires | 1795662600001                    | STATEMENT_LIVES_TOO_LONG
            expires | 1795662000000                    | STATEMENT_EXPIRED
            """, delimiter = '|')
    void refusesEachWrongMemberThatABankSignsByItsCode(String member, String value, ResultRefusal reason) {
        assertThat(NOW.toEpochMilli()).isEqualTo(1_795_662_000_000L);
        assertThat(read(granted(statement(Map.of(member, value))))).isEqualTo(new Reading.Refused(reason));
    }

    @Test
    void refusesAMatchThatTheCodesOfTheAttributesDoNotGive() {
        var claims = granted(statement(Map.of()));
        claims.put("match", Map.of("name_kanji", "NMTC", "birth_date", "MTCH"));
        assertThat(read(claims)).isEqualTo(new Reading.Refused(ResultRefusal.STATEMENT_WITH_ANOTHER_ANSWER));
        claims.put("match", Map.of("name_kanji", "NOAP", "birth_date", "NOAP"));
        assertThat(read(claims)).isEqualTo(new Reading.Refused(ResultRefusal.STATEMENT_WITH_ANOTHER_ANSWER));
    }

    @Test
    void noMatchComesWithoutAMandate() {
        var claims = granted(statement(Map.of("answer", "NMTC")));
        claims.put("match", Map.of("name_kanji", "NMTC", "birth_date", "MTCH"));
        assertThat(read(claims)).isEqualTo(new Reading.Refused(ResultRefusal.NOT_A_DOCUMENT));
        claims.remove("mandate");
        assertThat(read(claims))
                .isInstanceOfSatisfying(
                        Reading.Accepted.class,
                        accepted -> assertThat(accepted.result().mandate()).isEmpty());
    }

    @Test
    void aFailureAnswersFailedAndNothingElse() {
        var claims = failed(statement(Map.of("answer", "FAILED")));
        assertThat(read(claims)).isInstanceOf(Reading.Accepted.class);
        claims.put("statement", statement(Map.of("answer", "MTCH")));
        assertThat(read(claims)).isEqualTo(new Reading.Refused(ResultRefusal.STATEMENT_WITH_ANOTHER_ANSWER));
    }

    @Test
    void isThereIfAndOnlyIfItWasAskedForAndAnAccountWasNamed() {
        var claims = failed(statement(Map.of("answer", "FAILED")));
        claims.remove("statement");
        assertThat(read(claims)).isEqualTo(new Reading.Refused(ResultRefusal.STATEMENT_MISSING));
        claims.remove("account");
        assertThat(read(claims)).isInstanceOf(Reading.Accepted.class);
        claims.put("statement", statement(Map.of("answer", "FAILED")));
        assertThat(read(claims)).isEqualTo(new Reading.Refused(ResultRefusal.STATEMENT_FOR_ANOTHER_ACCOUNT));
        var unasked = new SentRequest(
                SENT.issuer(),
                SENT.bank(),
                SENT.expiresAt(),
                SENT.nonce(),
                SENT.purpose(),
                SENT.reference(),
                SENT.binding(),
                SENT.asked(),
                SENT.digest());
        assertThat(ResultReader.read(signed(granted(statement(Map.of()))), unasked, BINDING, KEYS, NOW))
                .isEqualTo(new Reading.Refused(ResultRefusal.STATEMENT_NOT_ASKED_FOR));
    }

    @Test
    void refusesASignatureOverAnythingElse() {
        var another = statement(Map.of());
        another.put("signature", statement(Map.of("answer", "CMTC")).get("signature"));
        assertThat(read(granted(another))).isEqualTo(new Reading.Refused(ResultRefusal.STATEMENT_FORGED));
        another.put("signature", "A".repeat(86));
        assertThat(read(granted(another))).isEqualTo(new Reading.Refused(ResultRefusal.STATEMENT_FORGED));
        // The key for documents signs no statements, and the other way round.
        assertThat(read(granted(statement(Map.of(), DOCUMENTS))))
                .isEqualTo(new Reading.Refused(ResultRefusal.STATEMENT_FORGED));
        assertThat(ResultReader.read(signed(granted(statement(Map.of())), STATEMENTS), SENT, BINDING, KEYS, NOW))
                .isEqualTo(new Reading.Refused(ResultRefusal.UNKNOWN_KEY));
        assertThat(ResultReader.read(signed(granted(statement(Map.of()))), SENT, BINDING, new JWKSet(DOCUMENTS), NOW))
                .isEqualTo(new Reading.Refused(ResultRefusal.STATEMENT_KEY_NOT_PUBLISHED));
    }

    @ParameterizedTest
    @CsvSource({
        "book, 1",
        "book, 00000000000000010",
        "wallet, 0000000000000000",
        "wallet, 000000000000000G",
        "person, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "account, 00000000000000000000000000000000",
        "purpose, notice",
        "purpose, door",
        "answer, DELIVERED",
        "answer, mtch",
        "key, 0",
        "key, 65536",
        "signature, ''",
        "signature, AAAA",
        "more, 1",
        "nonce, -",
        "expires, -"
    })
    void whatIsNoStatementIsNoDocument(String member, String value) {
        var statement = statement(Map.of());
        if (value.equals("-")) {
            statement.remove(member);
        } else {
            statement.put(member, member.equals("key") ? Integer.valueOf(value) : value);
        }
        assertThat(read(granted(statement))).isEqualTo(new Reading.Refused(ResultRefusal.NOT_A_DOCUMENT));
    }

    @Test
    void keysForStatementsAreThoseThatSaySo() throws Exception {
        var other = Keys.next(Curve.P_256);
        var keys = StatementKeys.of(new JWKSet(List.of(
                DOCUMENTS,
                STATEMENTS,
                statementKey("statement-65535", other),
                statementKey("statement-65536", other),
                statementKey("statement-0", other),
                statementKey("other", other),
                new ECKey.Builder(other).keyID("statement-3").build(),
                statementKey("statement-4", Keys.next(Curve.P_384)))));
        assertThat(keys.byNumber().keySet()).containsExactly(1, 65_535);
        var first = Objects.requireNonNull(keys.byNumber().get(1));
        assertThat(first.x().bytes()).isEqualTo(STATEMENTS.getX().decode());
        assertThat(first.y().bytes()).isEqualTo(STATEMENTS.getY().decode());
    }

    @Test
    void termsNameEverything() {
        assertThatThrownBy(() -> new StatementTerms(
                        TERMS.book(),
                        TERMS.bank(),
                        65_536,
                        TERMS.wallet(),
                        TERMS.person(),
                        TERMS.link(),
                        TERMS.session(),
                        TERMS.nonce()))
                .hasMessageContaining("65535");
        assertThatThrownBy(() -> new StatementTerms(
                        TERMS.book(),
                        TERMS.bank(),
                        1,
                        TERMS.wallet(),
                        sekisho.protocol.Token.NONE,
                        TERMS.link(),
                        TERMS.session(),
                        TERMS.nonce()))
                .hasMessageContaining("person");
        assertThat(SENT.statement()).isEqualTo(Optional.of(TERMS));
        assertThat(AccountToken.parse(ACCOUNT).high()).isEqualTo(0xaaaaaaaaaaaaaaaaL);
    }

    /** Signed by the bank, however wrong it is. */
    private static Map<String, Object> statement(Map<String, String> wrong) {
        return statement(wrong, STATEMENTS);
    }

    private static Map<String, Object> statement(Map<String, String> wrong, ECKey key) {
        Map<String, Object> right = TERMS.claims();
        var terms = new sekisho.banksimulator.books.StatementTerms(
                word(wrong, right, "book"),
                word(wrong, right, "bank"),
                Integer.parseInt(word(wrong, right, "key")),
                word(wrong, right, "wallet"),
                word(wrong, right, "person"),
                word(wrong, right, "link"),
                word(wrong, right, "session"),
                word(wrong, right, "nonce"));
        return new Statement(
                        terms,
                        wrong.getOrDefault("account", ACCOUNT),
                        StatementPurpose.of(wrong.getOrDefault("purpose", "link")),
                        StatementAnswer.valueOf(wrong.getOrDefault("answer", "MTCH")),
                        Long.parseLong(wrong.getOrDefault("expires", Long.toString(NOW.toEpochMilli() + 600_000))))
                .signed(key);
    }

    private static String word(Map<String, String> wrong, Map<String, Object> right, String name) {
        @Nullable String value = wrong.get(name);
        return value == null ? String.valueOf(right.get(name)) : value;
    }

    private static Map<String, Object> granted(Map<String, Object> statement) {
        var claims = begun("granted", "sms", statement);
        claims.put("mandate", "c".repeat(32));
        claims.put("account_shown", Map.of("ja", "本店・普通・＊＊＊＊412", "en", "Head Office, ordinary, ****412"));
        claims.put("match", Map.of("name_kanji", "MTCH", "birth_date", "MTCH"));
        claims.put("factors", List.of(Map.of("kind", "knowledge", "method", "card-pin", "dynamic", false)));
        claims.put("auth_time", NOW.getEpochSecond());
        return claims;
    }

    private static Map<String, Object> failed(Map<String, Object> statement) {
        return begun("not-identified", "none", statement);
    }

    private static Map<String, Object> begun(String result, String notice, Map<String, Object> statement) {
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
        claims.put("account", ACCOUNT);
        claims.put("notice", notice);
        claims.put("statement", statement);
        return claims;
    }

    private static Reading read(Map<String, Object> claims) {
        return ResultReader.read(signed(claims), SENT, BINDING, KEYS, NOW);
    }

    private static String signed(Map<String, Object> claims) {
        return signed(claims, DOCUMENTS);
    }

    private static String signed(Map<String, Object> claims, ECKey key) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(ResultReader.TYPE))
                .keyID(key.getKeyID())
                .build();
        var jws = new JWSObject(header, new Payload(JsonMapper.shared().writeValueAsBytes(claims)));
        try {
            jws.sign(new ECDSASigner(key));
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jws.serialize();
    }

    private static ECKey statementKey(String id, ECKey key) {
        return new ECKey.Builder(key).keyID(id).keyUse(new KeyUse("statement")).build();
    }
}
