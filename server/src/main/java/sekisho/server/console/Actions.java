package sekisho.server.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.RequestId;
import sekisho.server.pages.Language;

/** What staff did, who and why: written before it is done. Any thread. */
final class Actions {
    private static final String SELECT = """
            select a.*, m.name_ja, m.name_en from staff.actions a join staff.members m on m.id = a.member
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Actions(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Why somebody does something; the note is free text of at most 200 characters. */
    record Why(String reason, String note) {
        static final Why NONE = new Why("", "");

        static Why of(Reason reason, String note) {
            return new Why(reason.name(), note);
        }
    }

    /**
     * An action as it is kept.
     *
     * @param ended null: broken off
     * @param took null: not known
     */
    record Action(
            ActionKind kind,
            String subject,
            String memberJa,
            String memberEn,
            String reason,
            String note,
            Instant at,
            @Nullable String ended,
            long position,
            @Nullable Duration took) {

        String member(Language language) {
            return language == Language.JA ? memberJa : memberEn;
        }
    }

    /** Writes down what is about to be done. The same request again is the same action. */
    void begin(StaffMember member, ActionKind kind, String subject, Why why, RequestId request) {
        insert(member, kind, subject, why, uuid(request), null);
    }

    /** Writes down what has been done without the engine. */
    void note(StaffMember member, ActionKind kind, String subject) {
        insert(member, kind, subject, Why.NONE, null, "DONE");
    }

    void note(StaffMember member, ActionKind kind, String subject, Why why) {
        insert(member, kind, subject, why, null, "DONE");
    }

    /** Completes an action; the first end counts. */
    void end(RequestId request, String ended, long position, Duration took) {
        jdbc.sql("""
                        update staff.actions set ended = :ended, position = :position, took_micros = :took
                        where request = :request and (ended is null or ended = 'UNKNOWN')
                        """)
                .param("ended", ended)
                .param("position", position)
                .param("took", took.toNanos() / 1_000)
                .param("request", uuid(request))
                .update();
    }

    /** How long a request took; empty: it was not done, or by nobody here. */
    Optional<Duration> took(RequestId request) {
        return jdbc.sql("select took_micros from staff.actions where request = :request and took_micros is not null")
                .param("request", uuid(request))
                .query((row, _) -> Duration.ofNanos(row.getLong(1) * 1_000))
                .optional();
    }

    /** Newest first. */
    List<Action> newest(int atMost) {
        return jdbc.sql(SELECT + "order by a.begun_at desc, a.id limit :most")
                .param("most", atMost)
                .query((row, _) -> action(row))
                .list();
    }

    /** Of some kinds, newest first. */
    List<Action> ofKinds(List<ActionKind> kinds, int atMost) {
        return jdbc.sql(SELECT + "where a.kind = any(:kinds) order by a.begun_at desc, a.id limit :most")
                .param("kinds", kinds.stream().map(ActionKind::name).toArray(String[]::new))
                .param("most", atMost)
                .query((row, _) -> action(row))
                .list();
    }

    /** About a bank or wallet, newest first. */
    List<Action> about(String subject, int atMost) {
        return jdbc.sql(SELECT + "where a.subject = :subject order by a.begun_at desc, a.id limit :most")
                .param("subject", subject)
                .param("most", atMost)
                .query((row, _) -> action(row))
                .list();
    }

    private void insert(
            StaffMember member,
            ActionKind kind,
            String subject,
            Why why,
            @Nullable UUID request,
            @Nullable String ended) {
        jdbc.sql("""
                        insert into staff.actions (id, member, kind, subject, reason, note, request, begun_at, ended)
                        values (:id, :member, :kind, :subject, :reason, :note, :request, :now, :ended)
                        on conflict (request) do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("member", member.id().value())
                .param("kind", kind.name())
                .param("subject", subject)
                .param("reason", why.reason())
                .param("note", why.note())
                .param("request", request, java.sql.Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ended", ended, java.sql.Types.VARCHAR)
                .update();
    }

    private static UUID uuid(RequestId request) {
        return new UUID(request.high(), request.low());
    }

    private static Action action(ResultSet row) throws SQLException {
        long micros = row.getLong("took_micros");
        Duration took = row.wasNull() ? null : Duration.ofNanos(micros * 1_000);
        return new Action(
                ActionKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("name_ja"),
                row.getString("name_en"),
                row.getString("reason"),
                row.getString("note"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getString("ended"),
                row.getLong("position"),
                took);
    }
}
