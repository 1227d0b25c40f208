package sekisho.server.linking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.fapi.SentAuthorisation;
import sekisho.protocol.Digest;
import sekisho.server.vault.ShortSecrets;

/** Requests to banks that speak FAPI, in the schema {@code linking}: sealed until the browser comes back, taken once. Any thread. */
final class Authorisations {
    private final JdbcClient jdbc;
    private final ShortSecrets secrets;
    private final InstantSource clock;

    Authorisations(JdbcClient jdbc, ShortSecrets secrets, InstantSource clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What a request is found by, in place of its state, which whoever reads tables could bring: 43 characters. */
    static String name(String state) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Keeps a request. Those whose time is over go. */
    void keep(UUID reference, SentAuthorisation sent) {
        jdbc.sql("delete from linking.authorisations where expires_at < :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        "insert into linking.authorisations (reference, sealed, expires_at) values (:reference, :sealed, :until)")
                .param("reference", reference)
                .param("sealed", secrets.seal(reference, sent.secretText()))
                .param("until", sent.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes a request, for good; empty: it was taken before, or its time is over. */
    Optional<SentAuthorisation> take(UUID reference) {
        return jdbc.sql("delete from linking.authorisations where reference = :reference returning sealed")
                .param("reference", reference)
                .query((row, _) -> row.getBytes("sealed"))
                .optional()
                .map(bytes -> SentAuthorisation.ofSecretText(secrets.open(reference, bytes)));
    }

    /** Keeps what a bank's word can be recognised by, and nothing of what it says. */
    void evidence(UUID reference, Digest idToken) {
        jdbc.sql("""
                        insert into linking.id_tokens (reference, digest, at) values (:reference, :digest, :now)
                        on conflict do nothing
                        """)
                .param("reference", reference)
                .param("digest", idToken.bytes())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
