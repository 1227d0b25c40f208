package sekisho.server.wallet.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestId;
import sekisho.server.people.Handle;
import sekisho.server.people.PersonId;
import sekisho.server.wallet.WrittenWords;

/**
 * Who asks whom for money, in the schema {@code wallet}. A request is paid once: whoever pays claims it for one request id of the
 * engine, so that two windows cannot pay it twice. Any thread.
 */
public final class MoneyRequests {
    private static final String SELECT = """
            select r.id, p.handle, r.amount, r.token, r.made_at, r.state from wallet.requests r
            join people.persons p on p.id =
            """;
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final WrittenWords written;
    private final InstantSource clock;

    public MoneyRequests(JdbcClient jdbc, WrittenWords written, InstantSource clock) {
        this.jdbc = jdbc;
        this.written = written;
        this.clock = clock;
    }

    /** What is asked for. The id is made with the form: the same form asks once. */
    public record New(UUID id, PersonId asker, PersonId payer, long amount, String words) {}

    /** Adds a request; false: it is there already. */
    public boolean add(New asked) {
        @Nullable UUID words = written.put(asked.words());
        int added = jdbc.sql("""
                        insert into wallet.requests (id, asker, payer, amount, token, made_at, state)
                        values (:id, :asker, :payer, :amount, :words, :now, 'OPEN') on conflict do nothing
                        """)
                .param("id", asked.id())
                .param("asker", asked.asker().value())
                .param("payer", asked.payer().value())
                .param("amount", asked.amount())
                .param("words", words, Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            written.forget(words);
        }
        return added == 1;
    }

    /** What is asked of a person and not settled, newest first. */
    public List<MoneyRequest> askedOf(PersonId payer) {
        return jdbc.sql(SELECT + """
                        r.asker where r.payer = :person and r.state in ('OPEN', 'PAYING')
                        order by r.made_at desc limit :most
                        """)
                .param("person", payer.value())
                .param("most", MOST)
                .query((row, _) -> request(row))
                .list();
    }

    /** What a person asks others for, newest first. */
    public List<MoneyRequest> askedBy(PersonId asker) {
        return jdbc.sql(SELECT + "r.payer where r.asker = :person order by r.made_at desc limit :most")
                .param("person", asker.value())
                .param("most", MOST)
                .query((row, _) -> request(row))
                .list();
    }

    /** A request that is asked of a person. */
    public Optional<MoneyRequest> find(UUID id, PersonId payer) {
        return jdbc.sql(SELECT + "r.asker where r.id = :id and r.payer = :person")
                .param("id", id)
                .param("person", payer.value())
                .query((row, _) -> request(row))
                .optional();
    }

    /** Claims a request for one payment; false: it is settled, or is being paid by another. */
    public boolean claim(UUID id, PersonId payer, RequestId payment) {
        return jdbc.sql("""
                                update wallet.requests set state = 'PAYING', paying = :payment
                                where id = :id and payer = :payer
                                  and (state = 'OPEN' or (state in ('PAYING', 'PAID') and paying = :payment))
                                """)
                        .param("payment", new UUID(payment.high(), payment.low()))
                        .param("id", id)
                        .param("payer", payer.value())
                        .update()
                == 1;
    }

    /** The payment was not made. */
    public void release(UUID id, RequestId payment) {
        jdbc.sql(
                        "update wallet.requests set state = 'OPEN', paying = null where id = :id and paying = :payment and state = 'PAYING'")
                .param("id", id)
                .param("payment", new UUID(payment.high(), payment.low()))
                .update();
    }

    public void paid(UUID id, RequestId payment, OperationId operation) {
        jdbc.sql(
                        "update wallet.requests set state = 'PAID', operation = :operation where id = :id and paying = :payment")
                .param("operation", new UUID(operation.high(), operation.low()))
                .param("id", id)
                .param("payment", new UUID(payment.high(), payment.low()))
                .update();
    }

    /** Who was asked says no. */
    public boolean decline(UUID id, PersonId payer) {
        return end(id, "payer", payer, MoneyRequest.State.DECLINED);
    }

    /** Who asked does so no more. */
    public boolean withdraw(UUID id, PersonId asker) {
        return end(id, "asker", asker, MoneyRequest.State.WITHDRAWN);
    }

    private boolean end(UUID id, String role, PersonId person, MoneyRequest.State state) {
        return jdbc.sql("update wallet.requests set state = :state where id = :id and state = 'OPEN' and " + role
                                + " = :person")
                        .param("state", state.name())
                        .param("id", id)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    private MoneyRequest request(ResultSet row) throws SQLException {
        Instant made = row.getObject("made_at", OffsetDateTime.class).toInstant();
        return new MoneyRequest(
                row.getObject("id", UUID.class),
                new Handle(row.getString("handle")),
                row.getLong("amount"),
                written.of(row.getObject("token", UUID.class)),
                made,
                MoneyRequest.State.valueOf(row.getString("state")));
    }
}
