package sekisho.bank.redirect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import sekisho.bank.AccountToken;
import sekisho.protocol.BankResult;
import sekisho.protocol.Digest;
import sekisho.protocol.PublicKey;
import sekisho.protocol.Signature;

/**
 * Says to the engine, in the form of a statement, what a bank has said in another form: for banks that sign no statements. It
 * signs with a key of ours, which two members of staff have registered as one of that bank's. Whoever has this key can say
 * anything in the bank's name (docs/decisions/0202). Any thread.
 */
public final class StatementTranslator {
    /** How long a statement is worth something: it is brought to the engine at once. */
    public static final Duration LIFE = Duration.ofMinutes(2);

    private final ECKey key;
    private final PrivateKey half;

    /** @param key private, of P-256 */
    public StatementTranslator(ECKey key) {
        if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
            throw new IllegalArgumentException("a key that signs statements is private, of P-256");
        }
        this.key = key.toPublicJWK();
        try {
            this.half = key.toECPrivateKey();
        } catch (JOSEException e) {
            throw new IllegalArgumentException("a key that signs statements has both halves", e);
        }
    }

    /** What is registered in the engine. */
    public PublicKey publicKey() {
        return new PublicKey(
                Digest.of(key.getX().decode()), Digest.of(key.getY().decode()));
    }

    /**
     * The same result with its statement, which is about the terms and nothing else; without the mandate where it is another
     * person's account.
     *
     * @param result checked against what was asked; without a statement
     * @param terms what was asked
     * @throws IllegalArgumentException if it names no account: there is nothing to say
     */
    public LinkResult translate(LinkResult result, StatementTerms terms, Instant now) {
        AccountToken account = result.account()
                .orElseThrow(() -> new IllegalArgumentException("a result without an account is no statement"));
        var said = new BankResult(
                terms.book(),
                terms.bank(),
                terms.key(),
                terms.wallet(),
                terms.person(),
                terms.link(),
                terms.session(),
                StatementCheck.token(account),
                terms.nonce(),
                result.purpose().inStatements(),
                StatementCheck.answer(result),
                now.plus(LIFE).toEpochMilli());
        var statement = new SignedStatement(said, sign(said.canonical()));
        return new LinkResult(
                result.id(),
                result.purpose(),
                result.code(),
                result.account(),
                statement.matches() ? result.mandate() : Optional.empty(),
                result.shown(),
                result.match(),
                result.factors(),
                result.identifiedAt(),
                result.notice(),
                Optional.of(statement));
    }

    private Signature sign(byte[] bytes) {
        try {
            var signer = java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(half);
            signer.update(bytes);
            byte[] both = signer.sign();
            return new Signature(
                    Digest.of(Arrays.copyOf(both, Digest.LENGTH)),
                    Digest.of(Arrays.copyOfRange(both, Digest.LENGTH, 2 * Digest.LENGTH)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform signs with P-256", e);
        }
    }
}
