package sekisho.bank.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.bank.AccountToken;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.OperationId;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

final class StatementTranslatorTest {
    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
    private static final StatementTerms TERMS = new StatementTerms(
            BookId.FIRST,
            new BankId(901),
            1,
            new WalletId(7),
            new Token(1, 2),
            new OperationId(3, 4),
            new Token(5, 6),
            new Token(7, 8));

    private final ECKey key = key(Curve.P_256);
    private final StatementTranslator translator = new StatementTranslator(key);

    @ParameterizedTest
    @CsvSource({"MTCH, MTCH, MTCH", "CMTC, MTCH, CMTC", "NMTC, MTCH, NMTC", "MTCH, NMTC, NMTC", "NOAP, NOAP, NOAP"})
    void aStatementIsAboutWhatWasAskedAndHasTheAnswerOfTheResult(MatchCode name, MatchCode born, BankAnswer answer) {
        LinkResult said = translator.translate(result(name, born), TERMS, NOW);
        var statement = said.statement().orElseThrow();
        assertThat(statement.result().answer()).isEqualTo(answer);
        assertThat(said.mandate().isPresent()).isEqualTo(statement.matches());
        assertThat(statement.result().account()).isEqualTo(new Token(0x1111, 0x2222));
        assertThat(statement.result().link()).isEqualTo(TERMS.link());
        assertThat(statement.result().nonce()).isEqualTo(TERMS.nonce());
        assertThat(statement.result().session()).isEqualTo(TERMS.session());
        assertThat(statement.result().person()).isEqualTo(TERMS.person());
        assertThat(statement.result().wallet()).isEqualTo(TERMS.wallet());
        assertThat(statement.result().expires())
                .isEqualTo(NOW.plus(StatementTranslator.LIFE).toEpochMilli());
        var keys = StatementKeys.of(new JWKSet(new ECKey.Builder(key)
                .keyID("statement-1")
                .keyUse(new KeyUse("statement"))
                .build()
                .toPublicJWK()));
        assertThat(StatementCheck.signature(statement, keys)).isNull();
        assertThat(keys.byNumber()).containsEntry(1, translator.publicKey());
    }

    @Test
    void aKeyOfAnotherCurveOrWithoutItsPrivateHalfIsNone() {
        assertThatThrownBy(() -> new StatementTranslator(key(Curve.P_384)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StatementTranslator(key.toPublicJWK()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LinkResult result(MatchCode name, MatchCode born) {
        return new LinkResult(
                new OpaqueId("0".repeat(32)),
                Purpose.LINK,
                ResultCode.GRANTED,
                Optional.of(new AccountToken(0x1111, 0x2222)),
                Optional.of(new AccountToken(0x3333, 0x4444)),
                Optional.of(new ShownAccount("本店・普通・＊＊＊＊412", "Head Office, ordinary, ****412")),
                Map.of(Attribute.NAME_KANJI, name, Attribute.BIRTH_DATE, born),
                List.of(new Factor(FactorKind.KNOWLEDGE, "pwd", false)),
                Optional.of(NOW),
                HolderNotice.NONE);
    }

    private static ECKey key(Curve curve) {
        try {
            return new ECKeyGenerator(curve).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
