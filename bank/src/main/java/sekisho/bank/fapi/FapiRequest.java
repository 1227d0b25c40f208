package sekisho.bank.fapi;

import java.util.Set;
import sekisho.bank.redirect.Attribute;
import sekisho.bank.redirect.OpaqueId;
import sekisho.bank.redirect.Purpose;

/**
 * What a person is sent to the bank for.
 *
 * @param reference our name for this attempt; neither a wallet's nor a person's
 * @param binding SHA-256 in base64url (43 characters) over what asked: wallet, person, browser session, something random
 * @param asked what will be compared with verified attributes of the person
 */
public record FapiRequest(Purpose purpose, OpaqueId reference, String binding, Set<Attribute> asked) {
    public FapiRequest {
        asked = Set.copyOf(asked);
        if (!binding.matches("[A-Za-z0-9_-]{43}")) {
            throw new IllegalArgumentException("a binding is SHA-256 in base64url: 43 characters");
        }
    }
}
