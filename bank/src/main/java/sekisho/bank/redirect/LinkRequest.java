package sekisho.bank.redirect;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * What we ask a bank for, by way of a person's browser. Instants are whole seconds.
 *
 * @param issuer who asks: our base address, without a slash at its end
 * @param bank the bank's issuer
 * @param expiresAt at most ten minutes after it was issued
 * @param id consumed once by the bank
 * @param nonce comes back in the result
 * @param reference our name for this attempt; neither a wallet's nor a person's
 * @param binding SHA-256 in base64url (43 characters) over what asked: wallet, person, browser session, something random
 * @param returnTo where the browser comes back: an address that the bank has on its list
 * @param matchingNumber 10 to 99, shown by both sides
 * @param operator our name at the bank, as it stands on statements
 * @param compared verified attributes of the person
 * @param statement what the bank's statement is to be about; empty: none is wanted
 */
public record LinkRequest(
        URI issuer,
        URI bank,
        Instant issuedAt,
        Instant expiresAt,
        OpaqueId id,
        OpaqueId nonce,
        Purpose purpose,
        OpaqueId reference,
        String binding,
        URI returnTo,
        int matchingNumber,
        String operator,
        Map<Attribute, String> compared,
        Optional<StatementTerms> statement) {
    static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
    private static final int SMALLEST_NUMBER = 10;
    private static final int LARGEST_NUMBER = 99;
    private static final int LONGEST_VALUE = 200;

    public LinkRequest {
        issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
        compared = Map.copyOf(compared);
        require(expiresAt.isAfter(issuedAt), "a request expires after it is issued");
        require(!expiresAt.isAfter(issuedAt.plus(LONGEST_LIFE)), "a request lives for ten minutes at most");
        require(binding.matches("[A-Za-z0-9_-]{43}"), "a binding is SHA-256 in base64url: 43 characters");
        require(matchingNumber >= SMALLEST_NUMBER && matchingNumber <= LARGEST_NUMBER, "matching number: 10 to 99");
        require(operator.matches("[a-z0-9-]{1,32}"), "operator: 1 to 32 small letters, digits and dashes");
        require(
                compared.values().stream().allMatch(value -> !value.isBlank() && value.length() <= LONGEST_VALUE),
                "a compared attribute has 1 to 200 characters");
    }

    /** A request without a statement. */
    public LinkRequest(
            URI issuer,
            URI bank,
            Instant issuedAt,
            Instant expiresAt,
            OpaqueId id,
            OpaqueId nonce,
            Purpose purpose,
            OpaqueId reference,
            String binding,
            URI returnTo,
            int matchingNumber,
            String operator,
            Map<Attribute, String> compared) {
        this(
                issuer,
                bank,
                issuedAt,
                expiresAt,
                id,
                nonce,
                purpose,
                reference,
                binding,
                returnTo,
                matchingNumber,
                operator,
                compared,
                Optional.empty());
    }

    /** A request of now, with ids of its own, that lives for ten minutes. */
    public static LinkRequest of(
            Parties parties, Purpose purpose, OpaqueId reference, String binding, Instant now, SecureRandom random) {
        return new LinkRequest(
                parties.issuer(),
                parties.bank(),
                now,
                now.plus(LONGEST_LIFE),
                OpaqueId.next(random),
                OpaqueId.next(random),
                purpose,
                reference,
                binding,
                parties.returnTo(),
                random.nextInt(SMALLEST_NUMBER, LARGEST_NUMBER + 1),
                parties.operator(),
                Map.of());
    }

    /** The same request, with attributes to be compared. */
    public LinkRequest comparing(Map<Attribute, String> attributes) {
        return with(attributes, statement);
    }

    /** The same request, to be answered with a statement too. */
    public LinkRequest stating(StatementTerms terms) {
        return with(compared, Optional.of(terms));
    }

    private LinkRequest with(Map<Attribute, String> attributes, Optional<StatementTerms> terms) {
        return new LinkRequest(
                issuer,
                bank,
                issuedAt,
                expiresAt,
                id,
                nonce,
                purpose,
                reference,
                binding,
                returnTo,
                matchingNumber,
                operator,
                attributes,
                terms);
    }

    /** Without personal data. */
    @Override
    public String toString() {
        return "LinkRequest[id=" + id + ", bank=" + bank + ", purpose=" + purpose + "]";
    }

    /** Who asks whom, as {@link LinkRequest} has it. */
    public record Parties(URI issuer, URI bank, URI returnTo, String operator) {}

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
