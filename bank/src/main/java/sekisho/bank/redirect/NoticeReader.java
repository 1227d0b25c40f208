package sekisho.bank.redirect;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bank's notice that a mandate has ended. It tells the same as {@link BankMandates}, only sooner; reading it
 * twice does no harm.
 */
public final class NoticeReader {
    static final String TYPE = "sekisho-mandate-ended+jwt";
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private NoticeReader() {}

    /** What became of reading a notice. */
    public sealed interface Notice {
        record Accepted(EndedMandate ended) implements Notice {}

        record Refused(ResultRefusal reason) implements Notice {}
    }

    /** Reads a notice of a bank to us. */
    public static Notice read(String compact, URI bank, URI us, JWKSet bankKeys, Instant now) {
        return switch (SignedDocument.open(compact, TYPE, bankKeys)) {
            case SignedDocument.Opened.Refused(var reason) -> new Notice.Refused(reason);
            case SignedDocument.Opened.Whole(var claims) -> read(claims, bank, us, now);
        };
    }

    private static Notice read(Claims claims, URI bank, URI us, Instant now) {
        try {
            if (!claims.text("iss").equals(bank.toString())) {
                return new Notice.Refused(ResultRefusal.WRONG_ISSUER);
            }
            if (!claims.text("aud").equals(us.toString())) {
                return new Notice.Refused(ResultRefusal.WRONG_AUDIENCE);
            }
            @Nullable ResultRefusal time = ResultReader.time(claims, LONGEST_LIFE, now);
            return time == null ? new Notice.Accepted(EndedMandate.of(claims)) : new Notice.Refused(time);
        } catch (IllegalArgumentException e) {
            return new Notice.Refused(ResultRefusal.NOT_A_DOCUMENT);
        }
    }
}
