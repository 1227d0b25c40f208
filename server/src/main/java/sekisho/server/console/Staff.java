package sekisho.server.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who works here, in the schema {@code staff}. Any thread. */
public final class Staff {
    private static final String SELECT = "select id, word, name_ja, name_en, role from staff.members ";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Staff(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a member, unless there is one with this word. */
    public void add(String word, String nameJa, String nameEn, Role role) {
        jdbc.sql("""
                        insert into staff.members (id, word, name_ja, name_en, role, added_at)
                        values (:id, :word, :ja, :en, :role, :now) on conflict (word) do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("word", word)
                .param("ja", nameJa)
                .param("en", nameEn)
                .param("role", role.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A member who has not left. */
    public Optional<StaffMember> find(StaffId id) {
        return jdbc.sql(SELECT + "where id = :id and left_at is null")
                .param("id", id.value())
                .query((row, _) -> member(row))
                .optional();
    }

    /** A member who has not left, by word. */
    public Optional<StaffMember> byWord(String word) {
        return jdbc.sql(SELECT + "where word = :word and left_at is null")
                .param("word", word)
                .query((row, _) -> member(row))
                .optional();
    }

    /** From now on the member is let in nowhere. */
    public void leave(StaffId id) {
        jdbc.sql("update staff.members set left_at = :now where id = :id and left_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    static StaffMember member(ResultSet row) throws SQLException {
        return new StaffMember(
                new StaffId(row.getObject("id", UUID.class)),
                row.getString("word"),
                row.getString("name_ja"),
                row.getString("name_en"),
                Role.valueOf(row.getString("role")));
    }
}
