package sekisho.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.identity.Challenges;
import sekisho.identity.Digests;
import sekisho.identity.Octets;
import sekisho.server.people.PersonId;

/**
 * Challenges in the schema {@code identity}: of one person in one browser, good for five minutes and for one try. All servers of a
 * database share them. Any thread.
 */
public final class StoredChallenges {
    static final Duration VALID = Duration.ofMinutes(5);

    /** A late challenge is told from a strange one for a day. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final InstantSource clock;

    StoredChallenges(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Who answers a challenge.
     *
     * @param session id of the browser's session; only its hash is kept
     */
    public record Answerer(PersonId person, String session) {
        private byte[] sessionHash() {
            return Digests.sha256(session.getBytes(StandardCharsets.US_ASCII)).toArray();
        }

        /** Without the session. */
        @Override
        public String toString() {
            return "Answerer[" + person + "]";
        }
    }

    /** A fresh challenge. */
    public Octets issue(Answerer answerer) {
        byte[] challenge = new byte[LENGTH];
        RANDOM.nextBytes(challenge);
        OffsetDateTime now = now();
        jdbc.sql("delete from identity.challenges where person = :person and expires_at < :old")
                .param("person", answerer.person().value())
                .param("old", now.minus(REMEMBERED))
                .update();
        jdbc.sql("""
                        insert into identity.challenges (challenge, person, session_hash, expires_at)
                        values (:challenge, :person, :session, :until)
                        """)
                .param("challenge", challenge)
                .param("person", answerer.person().value())
                .param("session", answerer.sessionHash())
                .param("until", now.plus(VALID))
                .update();
        return Octets.of(challenge);
    }

    /** The challenges of one person in one browser: those of anybody else are unknown to it. */
    Challenges of(Answerer answerer) {
        return challenge -> take(answerer, challenge);
    }

    private Challenges.Taking take(Answerer answerer, Octets challenge) {
        int taken = jdbc.sql("""
                        update identity.challenges set used_at = :now
                        where challenge = :challenge and person = :person and session_hash = :session
                          and used_at is null and expires_at > :now
                        """)
                .param("now", now())
                .param("challenge", challenge.toArray())
                .param("person", answerer.person().value())
                .param("session", answerer.sessionHash())
                .update();
        return taken == 1 ? Challenges.Taking.TAKEN : why(answerer, challenge);
    }

    private Challenges.Taking why(Answerer answerer, Octets challenge) {
        return jdbc.sql("""
                        select used_at from identity.challenges
                        where challenge = :challenge and person = :person and session_hash = :session
                        """)
                .param("challenge", challenge.toArray())
                .param("person", answerer.person().value())
                .param("session", answerer.sessionHash())
                .query((row, _) -> known(row))
                .optional()
                .orElse(Challenges.Taking.UNKNOWN);
    }

    private static Challenges.Taking known(ResultSet row) throws SQLException {
        return row.getObject("used_at") == null ? Challenges.Taking.EXPIRED : Challenges.Taking.USED;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
