package sekisho.server.access;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who gives tokens, and where secrets lie.
 *
 * @param issuer what tokens name as their issuer
 * @param audience what tokens name as their audience
 * @param foreignKeys where another authorization server publishes its keys (a JWK set); null: this process gives the tokens
 * @param signingKeys the file with the keys of this process's tokens
 * @param operatorFile where the first client's id and secret are written
 * @param lifetime of tokens
 * @param tokensPerSecond how many one source address may ask for
 */
public record AccessSettings(
        String issuer,
        String audience,
        @Nullable URI foreignKeys,
        Path signingKeys,
        Path operatorFile,
        Duration lifetime,
        int tokensPerSecond) {

    /** The audience of this API's tokens. */
    public static final String AUDIENCE = "sekisho";

    private static final int TOKENS_PER_SECOND = 20;
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    /** This process gives the tokens; secrets lie in a folder. */
    public static AccessSettings of(String issuer, Path folder) {
        return new AccessSettings(
                issuer,
                AUDIENCE,
                null,
                folder.resolve("signing-keys.json"),
                folder.resolve("operator.env"),
                LIFETIME,
                TOKENS_PER_SECOND);
    }

    public AccessSettings withForeignKeys(URI value) {
        return new AccessSettings(issuer, audience, value, signingKeys, operatorFile, lifetime, tokensPerSecond);
    }

    public AccessSettings withLifetime(Duration value) {
        return new AccessSettings(issuer, audience, foreignKeys, signingKeys, operatorFile, value, tokensPerSecond);
    }

    public AccessSettings withTokensPerSecond(int value) {
        return new AccessSettings(issuer, audience, foreignKeys, signingKeys, operatorFile, lifetime, value);
    }
}
