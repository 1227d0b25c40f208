package sekisho.server.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.server.people.PersonId;

/** The inbox of everybody. Any thread. */
public final class Notices {
    private static final int MOST_SHOWN = 100;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Notices(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Tells a person something. */
    public void tell(PersonId person, String kind, String... words) {
        jdbc.sql("""
                        insert into notice.inbox (id, person, kind, words, made_at)
                        values (:id, :person, :kind, :words, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("person", person.value())
                .param("kind", kind)
                .param("words", words)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Newest first; at most a hundred. */
    public List<Notice> of(PersonId person) {
        return jdbc.sql("""
                        select id, kind, words, made_at, read_at from notice.inbox where person = :person
                        order by made_at desc, id limit :most
                        """)
                .param("person", person.value())
                .param("most", MOST_SHOWN)
                .query((row, _) -> notice(row))
                .list();
    }

    public int unread(PersonId person) {
        return jdbc.sql("select count(*) from notice.inbox where person = :person and read_at is null")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    public void read(PersonId person) {
        jdbc.sql("update notice.inbox set read_at = :now where person = :person and read_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .update();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        var read = row.getObject("read_at", OffsetDateTime.class);
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                List.of((String[]) row.getArray("words").getArray()),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant());
    }
}
