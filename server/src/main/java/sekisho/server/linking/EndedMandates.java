package sekisho.server.linking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.redirect.EndedMandate;
import sekisho.protocol.BankId;
import sekisho.protocol.OperationId;
import sekisho.server.banking.StoredLinkedAccounts;

/** Mandates that banks said have ended, in the schema {@code linking}: what was heard is kept before anything is done about it. Any thread. */
public final class EndedMandates {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    EndedMandates(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of one. */
    enum State {
        /** Nothing so far. */
        NOTED,
        /** Its link was closed because of it. */
        CLOSED,
        /** Its link had been closed before it was heard of. */
        CLOSED_BEFORE,
        /** No link meant it within a day. */
        UNKNOWN,
        /** The link that means it is at another bank. */
        FOREIGN
    }

    /**
     * One about which something is to be done.
     *
     * @param digest of its token, in hexadecimal digits
     * @param notedAt when it was heard of
     */
    record Noted(BankId bank, long number, String digest, Instant notedAt) {}

    /** The last number that was heard of a bank; 0: none. */
    long last(BankId bank) {
        return jdbc.sql("select coalesce(max(number), 0) from linking.ended_mandates where bank = :bank")
                .param("bank", bank.code())
                .query(Long.class)
                .single();
    }

    /** Keeps what a bank said; again is once. */
    void note(BankId bank, EndedMandate ended) {
        jdbc.sql("""
                        insert into linking.ended_mandates (bank, number, mandate_digest, ended_at, ended_by, noted_at, state)
                        values (:bank, :number, decode(:digest, 'hex'), :at, :by, :now, 'NOTED') on conflict do nothing
                        """)
                .param("bank", bank.code())
                .param("number", ended.number())
                .param("digest", StoredLinkedAccounts.digest(ended.mandate()))
                .param("at", ended.at().atOffset(ZoneOffset.UTC))
                .param("by", ended.by().name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those of a bank about which nothing was done so far, oldest first. */
    List<Noted> open(BankId bank, int atMost) {
        return jdbc.sql("""
                        select number, encode(mandate_digest, 'hex') as digest, noted_at from linking.ended_mandates
                        where bank = :bank and state = 'NOTED' order by number limit :most
                        """)
                .param("bank", bank.code())
                .param("most", atMost)
                .query((row, _) -> noted(bank, row))
                .list();
    }

    /** Something was done about one; false: it was before. */
    boolean done(Noted noted, State state) {
        return jdbc.sql("""
                                update linking.ended_mandates set state = :state, done_at = :now
                                where bank = :bank and number = :number and state = 'NOTED'
                                """)
                        .param("state", state.name())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("bank", noted.bank().code())
                        .param("number", noted.number())
                        .update()
                == 1;
    }

    /** Whether a link is closed, or is about to be, because its mandate has ended at the bank; that we ended it there is no reason. */
    public boolean ended(OperationId link, BankId bank) {
        return jdbc.sql("""
                        select exists (
                            select 1 from banking.linked_accounts a
                            join linking.ended_mandates e on e.mandate_digest = a.account_digest
                            where a.link = :link and e.bank = :bank and e.state in ('NOTED', 'CLOSED')
                              and e.ended_by <> 'OPERATOR')
                        """)
                .param("link", new UUID(link.high(), link.low()))
                .param("bank", bank.code())
                .query(Boolean.class)
                .single();
    }

    private static Noted noted(BankId bank, ResultSet row) throws SQLException {
        return new Noted(
                bank,
                row.getLong("number"),
                row.getString("digest"),
                row.getObject("noted_at", OffsetDateTime.class).toInstant());
    }
}
