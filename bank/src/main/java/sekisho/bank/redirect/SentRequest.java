package sekisho.bank.redirect;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept of a request until its result comes. No personal data.
 *
 * @param asked which attributes the bank was asked to compare
 * @param digest SHA-256 of the signed request, base64url
 * @param statement what the bank's statement has to be about; empty: none was asked for
 */
public record SentRequest(
        URI issuer,
        URI bank,
        Instant expiresAt,
        OpaqueId nonce,
        Purpose purpose,
        OpaqueId reference,
        String binding,
        Set<Attribute> asked,
        String digest,
        Optional<StatementTerms> statement) {
    public SentRequest {
        asked = Set.copyOf(asked);
    }

    /** What is kept of a request without a statement. */
    public SentRequest(
            URI issuer,
            URI bank,
            Instant expiresAt,
            OpaqueId nonce,
            Purpose purpose,
            OpaqueId reference,
            String binding,
            Set<Attribute> asked,
            String digest) {
        this(issuer, bank, expiresAt, nonce, purpose, reference, binding, asked, digest, Optional.empty());
    }

    /** What is kept of a request and its signed form. */
    public static SentRequest of(LinkRequest request, String signed) {
        return new SentRequest(
                request.issuer(),
                request.bank(),
                request.expiresAt(),
                request.nonce(),
                request.purpose(),
                request.reference(),
                request.binding(),
                request.compared().keySet(),
                SignedDocument.digest(signed),
                request.statement());
    }
}
