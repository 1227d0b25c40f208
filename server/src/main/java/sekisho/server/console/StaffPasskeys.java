package sekisho.server.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.transaction.support.TransactionOperations;
import sekisho.protocol.Assertion;
import sekisho.protocol.Digest;
import sekisho.server.founding.SoftKey;
import sekisho.server.passkey.EngineKey;
import sekisho.server.passkey.Passkey;
import sekisho.server.passkey.Passkeys;
import sekisho.server.passkey.RelyingParty;
import sekisho.server.people.PersonId;

/** Passkeys of staff, at the console's origin. Only those that cannot leave their device (BE = 0). Any thread. */
final class StaffPasskeys {
    private static final String TABLE = "staff.credentials";

    private final Passkeys passkeys;
    private final RelyingParty party;
    private final TransactionOperations transactions;

    StaffPasskeys(JdbcClient jdbc, Supplier<RelyingParty.Place> place, TransactionOperations transactions) {
        this.passkeys = new Passkeys(jdbc, TABLE);
        this.party = new RelyingParty(place, passkeys);
        this.transactions = transactions;
    }

    List<Passkey> of(StaffMember member) {
        return passkeys.of(owner(member.id()));
    }

    PublicKeyCredentialCreationOptions creation(StaffMember member) {
        return party.creation(owner(member.id()));
    }

    String json(PublicKeyCredentialCreationOptions options, StaffMember member) {
        return party.json(options, member.word());
    }

    /** Keeps a new passkey; false: it is no answer to these options, or it can leave its device. */
    boolean create(PublicKeyCredentialCreationOptions options, String credential, String label) {
        try {
            return Boolean.TRUE.equals(transactions.execute(_ -> party.create(options, credential, label)));
        } catch (DataIntegrityViolationException copiable) {
            // The table takes none with BE = 1.
            return false;
        }
    }

    /** Keeps the key of somebody who does not exist. */
    void adopt(StaffMember member, SoftKey key, Instant now) {
        passkeys.adopt(owner(member.id()), key.id(), key.publicKey(), SoftKey.TRANSPORT, now);
    }

    /** As the engine knows them. */
    List<EngineKey> forEngine(StaffMember member) {
        return passkeys.forEngine(owner(member.id()));
    }

    /** Asks a member's passkeys to sign what the engine will look at. */
    PublicKeyCredentialRequestOptions request(StaffMember member, Digest challenge) {
        return party.request(new Bytes(challenge.bytes()), passkeys.descriptors(owner(member.id())));
    }

    /** What an answer says to the engine, which judges it. */
    Optional<Assertion> said(String credential) {
        return party.said(credential);
    }

    PublicKeyCredentialRequestOptions request() {
        return party.request(Bytes.random(), List.of());
    }

    String json(PublicKeyCredentialRequestOptions options) {
        return party.json(options);
    }

    /** Whose passkey has answered. */
    Optional<StaffId> check(PublicKeyCredentialRequestOptions options, String credential) {
        return party.check(options, credential)
                .filter(assertion -> !assertion.backupEligible())
                .map(assertion -> new StaffId(assertion.person().value()));
    }

    /** Takes a passkey from its owner, unless it is the last one. */
    boolean remove(StaffMember member, String id) {
        return passkeys.remove(owner(member.id()), id);
    }

    /** To WebAuthn an owner is 16 bytes. */
    private static PersonId owner(StaffId member) {
        return new PersonId(member.value());
    }
}
