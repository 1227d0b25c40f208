package sekisho.server.passkey;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import sekisho.server.people.PersonId;

/**
 * Assertions for one action each. What is signed is the engine's own challenge for the command, or, where the engine is not told,
 * SHA-256(nonce ‖ hash of the action): a passkey that answered for one sum or payee has not answered for another. Any thread.
 */
public final class StepUps {
    private static final Duration VALID = Duration.ofMinutes(5);
    private static final int NONCE = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Passkeys passkeys;
    private final RelyingParty party;
    private final InstantSource clock;

    StepUps(JdbcClient jdbc, Passkeys passkeys, RelyingParty party, InstantSource clock) {
        this.jdbc = jdbc;
        this.passkeys = passkeys;
        this.party = party;
        this.clock = clock;
    }

    /** What an action is for: an assertion for one is none for another. */
    public enum Purpose {
        RAISE_TIER,
        LINK,
        CASH_OUT,
        CLOSE_WALLET,
        ADD_PASSKEY,
        REMOVE_PASSKEY,
        CHANGE_CONTACT
    }

    /**
     * Who is about to do what.
     *
     * @param session id of the browser's session; only its hash is kept
     */
    public record Action(PersonId person, String session, Purpose purpose, CommandHash command) {}

    /**
     * A question to a person's passkeys.
     *
     * @param options JSON for the browser
     */
    public record Question(UUID id, String options) {}

    /** Asks for an assertion. */
    public Question ask(Action action) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into passkey.step_ups (id, person, session_hash, purpose, command_hash, nonce, expires_at)
                        values (:id, :person, :session, :purpose, :hash, :nonce, :until)
                        """)
                .param("id", id)
                .param("person", action.person().value())
                .param("session", session(action))
                .param("purpose", action.purpose().name())
                .param("hash", action.command().bytes())
                .param("nonce", nonce)
                .param("until", clock.instant().plus(VALID).atOffset(ZoneOffset.UTC))
                .update();
        return new Question(id, party.json(options(action, nonce)));
    }

    /**
     * What the passkey says to the engine, if this answers a question about exactly this action. The same form sent twice is
     * answered alike: its command carries a request id, which the engine does once.
     */
    public Optional<sekisho.protocol.Assertion> answer(UUID id, Action action, String credential) {
        Optional<byte[]> nonce = take(id, action);
        if (nonce.isEmpty()) {
            return before(id, action).flatMap(party::said);
        }
        Optional<Assertion> assertion = party.check(options(action, nonce.get()), credential);
        if (assertion.isEmpty() || !assertion.get().person().equals(action.person())) {
            return Optional.empty();
        }
        jdbc.sql("""
                        update passkey.step_ups set credential = :credential, backup_eligible = :be, backup_state = :bs,
                            answer = :answer
                        where id = :id
                        """)
                .param("answer", credential)
                .param("credential", assertion.get().credential().getBytes())
                .param("be", assertion.get().backupEligible())
                .param("bs", assertion.get().backedUp())
                .param("id", id)
                .update();
        return party.said(credential);
    }

    private Optional<String> before(UUID id, Action action) {
        return jdbc.sql("""
                        select answer from passkey.step_ups
                        where id = :id and answer is not null and expires_at > :now and person = :person
                          and session_hash = :session and purpose = :purpose and command_hash = :hash
                        """)
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", action.person().value())
                .param("session", session(action))
                .param("purpose", action.purpose().name())
                .param("hash", action.command().bytes())
                .query(String.class)
                .optional();
    }

    /** Takes it before it is checked: a failed try uses it up too. */
    private Optional<byte[]> take(UUID id, Action action) {
        return jdbc.sql("""
                        update passkey.step_ups set used_at = :now
                        where id = :id and used_at is null and expires_at > :now and person = :person
                          and session_hash = :session and purpose = :purpose and command_hash = :hash
                        returning nonce
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("person", action.person().value())
                .param("session", session(action))
                .param("purpose", action.purpose().name())
                .param("hash", action.command().bytes())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    private PublicKeyCredentialRequestOptions options(Action action, byte[] nonce) {
        return party.request(new Bytes(action.command().challenge(nonce)), passkeys.descriptors(action.person()));
    }

    private static byte[] session(Action action) {
        return CommandHash.sha256(action.session().getBytes(StandardCharsets.US_ASCII));
    }
}
