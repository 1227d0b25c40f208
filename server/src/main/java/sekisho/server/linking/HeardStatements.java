package sekisho.server.linking;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.BankId;

/** Which statements of banks were brought to the engine, in the schema {@code linking}. One thread for each bank. */
final class HeardStatements {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    HeardStatements(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All statements of a bank up to this number were brought; 0: none. */
    long mark(BankId bank) {
        return jdbc.sql("select coalesce(max(number), 0) from linking.statement_marks where bank = :bank")
                .param("bank", bank.code())
                .query(Long.class)
                .single();
    }

    /** Those behind the mark that were brought. */
    Set<Long> behind(BankId bank) {
        return jdbc
                .sql("select number from linking.statements_heard where bank = :bank")
                .param("bank", bank.code())
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** One was brought: the mark moves on as far as there is no gap. */
    void done(BankId bank, long number, String became) {
        jdbc.sql("""
                        insert into linking.statements_heard (bank, number, became, at)
                        values (:bank, :number, :became, :now) on conflict do nothing
                        """)
                .param("bank", bank.code())
                .param("number", number)
                .param("became", became)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        long mark = mark(bank);
        while (take(bank, mark + 1)) {
            mark++;
        }
    }

    /** In one statement, so that whoever dies in between has lost nothing. */
    private boolean take(BankId bank, long number) {
        return jdbc.sql("""
                                with taken as (
                                    delete from linking.statements_heard where bank = :bank and number = :number returning number)
                                insert into linking.statement_marks (bank, number) select :bank, number from taken
                                on conflict (bank) do update set number = excluded.number
                                """).param("bank", bank.code()).param("number", number).update() == 1;
    }
}
