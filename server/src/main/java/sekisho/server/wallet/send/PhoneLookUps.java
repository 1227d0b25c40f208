package sekisho.server.wallet.send;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import sekisho.server.people.PersonId;
import sekisho.server.people.Phone;
import sekisho.server.vault.VaultKeys;

/**
 * How many different telephone numbers each person looks up on a day: nobody can walk through numbers to learn whose they are. Kept in
 * the database, so that neither a restart nor a second server forgets it; of the numbers only keyed hashes. Any thread.
 */
public final class PhoneLookUps {
    /** A number that was looked up today already costs nothing more. */
    public static final int MOST_A_DAY = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final VaultKeys keys;
    private final InstantSource clock;
    private final ZoneId zone;

    PhoneLookUps(JdbcClient jdbc, TransactionTemplate transactions, VaultKeys keys, InstantSource clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
        this.zone = zone;
    }

    /** Whether this person may look up this number today. */
    boolean spend(PersonId person, Phone phone) {
        byte[] hash = keys.hash("phone look-up", phone.number().getBytes(StandardCharsets.US_ASCII));
        LocalDate day = clock.instant().atZone(zone).toLocalDate();
        Boolean allowed = transactions.execute(_ -> spend(person, hash, day));
        return Boolean.TRUE.equals(allowed);
    }

    private boolean spend(PersonId person, byte[] hash, LocalDate day) {
        // Locked: many requests at once must not each see the last place free.
        jdbc.sql("select id from people.persons where id = :person for update")
                .param("person", person.value())
                .query()
                .singleRow();
        jdbc.sql("delete from look_up.phones where day < :day")
                .param("day", day)
                .update();
        int added = jdbc.sql("""
                        insert into look_up.phones (person, day, number_hash)
                        select :person, :day, :hash
                        where (select count(*) from look_up.phones where person = :person and day = :day) < :most
                        on conflict do nothing
                        """)
                .param("person", person.value())
                .param("day", day)
                .param("hash", hash)
                .param("most", MOST_A_DAY)
                .update();
        return added == 1
                || jdbc.sql("""
                                select count(*) from look_up.phones
                                where person = :person and day = :day and number_hash = :hash
                                """)
                                .param("person", person.value())
                                .param("day", day)
                                .param("hash", hash)
                                .query(Integer.class)
                                .single()
                        == 1;
    }
}
