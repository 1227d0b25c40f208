package sekisho.server.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters that wait for a sender, in the table where they were written. Several servers may take from it. Any thread. */
final class LetterQueue {
    /** Longer than a carrier takes: a letter of a server that has died meanwhile is due again then. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    LetterQueue(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A letter to be handed over now.
     *
     * @param tries this one included
     */
    record Due(Letter letter, int tries) {}

    /** Takes what is due, oldest first: nobody else gets it for a while. */
    List<Due> take(Set<String> channels, int atMost) {
        return jdbc.sql("""
                        update notice.letters set tries = tries + 1, next_at = :leased
                        where id in (
                            select id from notice.letters
                            where sent_at is null and failed_at is null and channel = any(:channels)
                              and coalesce(next_at, made_at) <= :now and until_at > :now
                            order by made_at, id limit :most for update skip locked)
                        returning *
                        """)
                .param("leased", at(clock.instant().plus(LEASE)))
                .param("channels", channels.toArray(String[]::new))
                .param("now", at(clock.instant()))
                .param("most", atMost)
                .query((row, _) -> new Due(Letters.letter(row), row.getInt("tries")))
                .list();
    }

    /** Somebody else has it: what it said is forgotten here. */
    void sent(Letter letter) {
        end(letter, "sent_at");
    }

    /** Nobody will ever take it. */
    void failed(Letter letter) {
        end(letter, "failed_at");
    }

    private void end(Letter letter, String column) {
        jdbc.sql("update notice.letters set subject = '', body = '', " + column + " = :now where id = :id")
                .param("now", at(clock.instant()))
                .param("id", letter.id())
                .update();
    }

    /** It is due again after a while. */
    void later(Letter letter, Duration after) {
        jdbc.sql("update notice.letters set next_at = :next where id = :id")
                .param("next", at(clock.instant().plus(after)))
                .param("id", letter.id())
                .update();
    }

    /** Forgets what is of no use any more: a code that has expired, a notice of yesterday. */
    void giveUpLate(Set<String> channels) {
        jdbc.sql("""
                        update notice.letters set subject = '', body = '', failed_at = :now
                        where sent_at is null and failed_at is null and until_at <= :now and channel = any(:channels)
                        """)
                .param("now", at(clock.instant()))
                .param("channels", channels.toArray(String[]::new))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
