package sekisho.banksimulator.redirect;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.books.DoorTerms;
import sekisho.banksimulator.books.StatementTerms;

/**
 * What an operator asks for, checked.
 *
 * @param redirect of that operator
 * @param purpose link, prove, reverify or unlock
 * @param compared attributes to compare, by the protocol's words
 * @param digest SHA-256 of the signed request, base64url
 * @param statement what the bank's statement is to be about; empty: none is wanted
 * @param door the same for somebody at the operator's door
 */
public record MandateRequest(
        Operator operator,
        Operator.Redirect redirect,
        Instant expires,
        String nonce,
        String purpose,
        String reference,
        String binding,
        URI returnTo,
        String matchingNumber,
        Map<String, String> compared,
        String digest,
        Optional<StatementTerms> statement,
        Optional<DoorTerms> door) {
    public MandateRequest {
        compared = Map.copyOf(compared);
    }

    /** Whether a mandate is asked for. */
    public boolean wantsMandate() {
        return purpose.equals("link");
    }

    /** Without personal data. */
    @Override
    public String toString() {
        return "MandateRequest[" + operator + ", " + purpose + "]";
    }
}
