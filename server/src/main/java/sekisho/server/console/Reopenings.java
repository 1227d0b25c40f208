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
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.server.pages.Language;

/** Switches that one person wants to open again, and a second has to confirm within a day. Any thread. */
final class Reopenings {
    private static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Reopenings(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What somebody asked for, and nobody has confirmed yet. */
    record Asked(
            UUID id,
            BankId bank,
            BankOperation operation,
            String note,
            StaffId by,
            String byJa,
            String byEn,
            Instant at) {

        String by(Language language) {
            return language == Language.JA ? byJa : byEn;
        }
    }

    /** Asks; what was asked before stands. */
    void ask(StaffMember by, BankId bank, BankOperation operation, Actions.Why why) {
        endOld();
        jdbc.sql("""
                        insert into staff.reopenings (id, bank, operation, reason, note, asked_by, asked_at)
                        values (:id, :bank, :operation, :reason, :note, :by, :now)
                        on conflict (bank, operation) where ended_at is null do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("bank", bank.code())
                .param("operation", operation.code())
                .param("reason", why.reason())
                .param("note", why.note())
                .param("by", by.id().value())
                .param("now", now())
                .update();
    }

    /** Those that wait for a second person. */
    List<Asked> waiting() {
        return jdbc.sql("""
                        select r.*, m.name_ja, m.name_en from staff.reopenings r join staff.members m on m.id = r.asked_by
                        where r.ended_at is null and r.asked_at > :since order by r.asked_at, r.id
                        """)
                .param("since", clock.instant().minus(VALID).atOffset(ZoneOffset.UTC))
                .query((row, _) -> asked(row))
                .list();
    }

    Optional<Asked> find(UUID id) {
        return waiting().stream().filter(asked -> asked.id().equals(id)).findFirst();
    }

    /** The second person confirms; false: it is the first, or somebody was quicker. */
    boolean confirm(UUID id, StaffMember by) {
        return jdbc.sql("""
                                update staff.reopenings set confirmed_by = :by, confirmed_at = :now
                                where id = :id and ended_at is null and asked_by <> :by and asked_at > :since
                                  and (confirmed_by is null or confirmed_by = :by)
                                """)
                        .param("by", by.id().value())
                        .param("now", now())
                        .param("id", id)
                        .param("since", clock.instant().minus(VALID).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** It is done. */
    void end(UUID id) {
        jdbc.sql("update staff.reopenings set ended_at = :now where id = :id and ended_at is null")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** The switch was closed again: what was asked before is void. */
    void closed(BankId bank, BankOperation operation) {
        jdbc.sql("""
                        update staff.reopenings set ended_at = :now
                        where bank = :bank and operation = :operation and ended_at is null
                        """)
                .param("now", now())
                .param("bank", bank.code())
                .param("operation", operation.code())
                .update();
    }

    private void endOld() {
        jdbc.sql("update staff.reopenings set ended_at = :now where ended_at is null and asked_at <= :since")
                .param("now", now())
                .param("since", clock.instant().minus(VALID).atOffset(ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getObject("id", UUID.class),
                new BankId(row.getInt("bank")),
                BankOperation.of(row.getInt("operation")),
                row.getString("note"),
                new StaffId(row.getObject("asked_by", UUID.class)),
                row.getString("name_ja"),
                row.getString("name_en"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
