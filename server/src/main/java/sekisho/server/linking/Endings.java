package sekisho.server.linking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.BankId;
import sekisho.protocol.OperationId;

/** Links that have ended here, in the schema {@code linking}, until their banks have heard of it. Any thread. */
public final class Endings {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Endings(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of one. */
    public enum State {
        /** The bank has still to be told. */
        NOTED,
        /** The bank says that the mandate is ended. */
        TOLD,
        /** The bank knows no such mandate. */
        UNKNOWN_THERE,
        /** The bank had ended it by itself. */
        ENDED_THERE,
        /** Another link has the same mandate, and is not closed. */
        SHARED,
        /** The bank had given none. */
        NO_MANDATE
    }

    /**
     * One that the bank has still to be told of.
     *
     * @param position of the step that closed it
     */
    record Noted(OperationId link, long position) {}

    /** Keeps that a link has ended; again is once. Whoever calls may have a transaction. */
    public void note(OperationId link, BankId bank, long position) {
        jdbc.sql("""
                        insert into linking.endings (link, bank, position, noted_at, state)
                        values (:link, :bank, :position, :now, 'NOTED') on conflict do nothing
                        """)
                .param("link", uuid(link))
                .param("bank", bank.code())
                .param("position", position)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that a bank has still to be told of and that mean a mandate, oldest first. */
    List<Noted> open(BankId bank, int atMost) {
        return jdbc.sql("""
                        select e.link, e.position from linking.endings e
                        join banking.linked_accounts a on a.link = e.link
                        where e.bank = :bank and e.state = 'NOTED' order by e.noted_at, e.link limit :most
                        """)
                .param("bank", bank.code())
                .param("most", atMost)
                .query((row, _) -> noted(row))
                .list();
    }

    /** Those noted before a time that still mean no mandate never will. */
    void forget(BankId bank, Instant before) {
        jdbc.sql("""
                        update linking.endings e set state = 'NO_MANDATE', done_at = :now
                        where e.bank = :bank and e.state = 'NOTED' and e.noted_at < :before
                          and not exists (select 1 from banking.linked_accounts a where a.link = e.link)
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("bank", bank.code())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nothing more is to be done about one. */
    void done(OperationId link, State state) {
        jdbc.sql("update linking.endings set state = :state, done_at = :now where link = :link and state = 'NOTED'")
                .param("state", state.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("link", uuid(link))
                .update();
    }

    /** What became of a link's end; empty: it has not ended, or nobody has to be told. */
    public Optional<State> state(OperationId link) {
        return jdbc.sql("select state from linking.endings where link = :link")
                .param("link", uuid(link))
                .query((row, _) -> State.valueOf(row.getString(1)))
                .optional();
    }

    private static Noted noted(ResultSet row) throws SQLException {
        UUID link = row.getObject("link", UUID.class);
        return new Noted(
                new OperationId(link.getMostSignificantBits(), link.getLeastSignificantBits()),
                row.getLong("position"));
    }

    private static UUID uuid(OperationId link) {
        return new UUID(link.high(), link.low());
    }
}
