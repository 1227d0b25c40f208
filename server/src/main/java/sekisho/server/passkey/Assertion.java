package sekisho.server.passkey;

import org.springframework.security.web.webauthn.api.Bytes;
import sekisho.server.people.PersonId;

/**
 * A checked assertion: who, by which passkey.
 *
 * @param backupEligible whether the passkey can be copied to other devices
 * @param backedUp whether it is
 */
public record Assertion(PersonId person, Bytes credential, boolean backupEligible, boolean backedUp) {}
