package sekisho.server.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.RequestId;
import sekisho.wire.CommandBytes;

/** What waits for signatures, and what they were. Any thread. */
final class Proposals {
    private static final Duration VALID = Duration.ofMinutes(15);
    private static final String SELECT = """
            select p.*, m.name_ja, m.name_en from staff.proposals p join staff.members m on m.id = p.asked_by
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Proposals(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a proposal; of a form that was sent before, the one that it made. */
    RequestId add(StaffMember by, RequestId form, RequestId id, Proposal.Draft draft, int needed) {
        jdbc.sql("""
                        insert into staff.proposals
                            (id, form, kind, subject, reason, note, detail, command, needed, place, asked_by, asked_at)
                        values (:id, :form, :kind, :subject, :reason, :note, :detail, :command, :needed, :place, :by, :now)
                        on conflict (form) do nothing
                        """)
                .param("id", uuid(id))
                .param("form", uuid(form))
                .param("kind", draft.kind().name())
                .param("subject", draft.subject())
                .param("reason", draft.why().reason())
                .param("note", draft.why().note())
                .param("detail", draft.detail())
                .param("command", CommandBytes.of(draft.command()))
                .param("needed", needed)
                .param("place", draft.place())
                .param("by", by.id().value())
                .param("now", now())
                .update();
        return jdbc.sql("select id from staff.proposals where form = :form")
                .param("form", uuid(form))
                .query((row, _) -> id(row))
                .single();
    }

    Optional<Proposal> find(RequestId id) {
        return jdbc.sql(SELECT + "where p.id = :id")
                .param("id", uuid(id))
                .query((row, _) -> proposal(row))
                .optional();
    }

    /** Those that the engine would still take, oldest first. */
    List<Proposal> waiting() {
        return jdbc
                .sql(SELECT + "where p.ended is null and p.asked_at > :since order by p.asked_at, p.id")
                .param("since", clock.instant().minus(VALID).atOffset(ZoneOffset.UTC))
                .query((row, _) -> proposal(row))
                .list()
                .stream()
                .filter(proposal -> proposal.waits(clock.instant()))
                .toList();
    }

    /** Keeps a signature; who signs again has signed once. */
    void sign(RequestId id, StaffMember by, String answer) {
        jdbc.sql("""
                        insert into staff.signatures (proposal, member, answer, signed_at)
                        values (:id, :by, :answer, :now) on conflict do nothing
                        """)
                .param("id", uuid(id))
                .param("by", by.id().value())
                .param("answer", answer)
                .param("now", now())
                .update();
    }

    /** It waits no more. */
    void end(RequestId id, String ended) {
        jdbc.sql("update staff.proposals set ended = :ended, ended_at = :now where id = :id and ended is null")
                .param("ended", ended)
                .param("now", now())
                .param("id", uuid(id))
                .update();
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        RequestId id = id(row);
        return new Proposal(
                id,
                new Proposal.Draft(
                        ActionKind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        new Actions.Why(row.getString("reason"), row.getString("note")),
                        CommandBytes.read(row.getBytes("command")),
                        row.getString("place"),
                        row.getString("detail")),
                row.getInt("needed"),
                person(row, "asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("ended"),
                signatures(id));
    }

    private List<Proposal.Signed> signatures(RequestId id) {
        return jdbc.sql("""
                        select s.*, m.name_ja, m.name_en from staff.signatures s join staff.members m on m.id = s.member
                        where s.proposal = :id order by s.signed_at, s.member
                        """)
                .param("id", uuid(id))
                .query((row, _) -> new Proposal.Signed(
                        person(row, "member"),
                        row.getString("answer"),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Proposal.Person person(ResultSet row, String column) throws SQLException {
        return new Proposal.Person(
                new StaffId(row.getObject(column, UUID.class)), row.getString("name_ja"), row.getString("name_en"));
    }

    private static RequestId id(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new RequestId(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private static UUID uuid(RequestId id) {
        return new UUID(id.high(), id.low());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
