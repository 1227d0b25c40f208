package sekisho.server.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.AccountKey;
import sekisho.protocol.EntryKind;
import sekisho.protocol.OutcomeKind;
import sekisho.protocol.Side;

/** What merchants took and gave back. Any thread. */
public final class Takings {
    private static final Integer[] OF_PAYMENTS = {
        OutcomeKind.PAYMENT_PAID.code(),
        OutcomeKind.PAYMENT_AUTHORISED.code(),
        OutcomeKind.PAYMENT_CAPTURED.code(),
        OutcomeKind.PAYMENT_VOIDED.code(),
        OutcomeKind.PAYMENT_REFUNDED.code()
    };

    private final JdbcClient jdbc;
    private final Sequences sequences;

    public Takings(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.sequences = new Sequences(jdbc);
    }

    /**
     * What a period brought, minor units, fees left out.
     *
     * @param count how many payments were taken
     */
    public record Sums(long count, long taken, long refunded) {}

    /** What a merchant's account took and gave back from a time on, before another. */
    public Sums sums(AccountKey merchant, Instant from, Instant to) {
        Optional<Integer> id = sequences.account(merchant);
        if (id.isEmpty()) {
            return new Sums(0, 0, 0);
        }
        return jdbc.sql("""
                        select count(*) filter (where side = :credit),
                               coalesce(sum(amount) filter (where side = :credit), 0),
                               coalesce(sum(amount) filter (where side = :debit), 0)
                        from projection.entries
                        where account_id = :account and sequence > :first and sequence <= :last and kind = :posted
                          and outcome = any(:outcomes)
                        """)
                .param("credit", Side.CREDIT.code())
                .param("debit", Side.DEBIT.code())
                .param("account", id.get())
                .param("first", sequences.lastBookedBefore(id.get(), from))
                .param("last", sequences.lastBookedBefore(id.get(), to))
                .param("posted", EntryKind.POSTED.code())
                .param("outcomes", OF_PAYMENTS)
                .query((row, _) -> new Sums(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** The payments that changed in a period, the last change first, as they stand now. */
    public List<PaymentState> payments(AccountKey merchant, Instant from, Instant to, int atMost) {
        Optional<Integer> id = sequences.account(merchant);
        if (id.isEmpty()) {
            return List.of();
        }
        List<UUID> operations = jdbc.sql("""
                        select operation from projection.entries
                        where account_id = :account and sequence > :first and sequence <= :last
                          and outcome = any(:outcomes)
                        group by operation order by max(sequence) desc limit :most
                        """)
                .param("account", id.get())
                .param("first", sequences.lastBookedBefore(id.get(), from))
                .param("last", sequences.lastBookedBefore(id.get(), to))
                .param("outcomes", OF_PAYMENTS)
                .param("most", atMost)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
        var changes = new LinkedHashMap<UUID, List<PaymentChange>>();
        operations.forEach(operation -> changes.put(operation, new ArrayList<>()));
        jdbc.sql("""
                        select %s from projection.payment_changes where payment = any(:payments)
                        order by position, request_index, event_index
                        """.formatted(Payments.COLUMNS))
                .param("payments", operations.toArray(UUID[]::new))
                .query((row, _) -> Payments.change(row))
                .list()
                .forEach(change -> changes.computeIfAbsent(Columns.uuid(change.payment()), _ -> new ArrayList<>())
                        .add(change));
        return changes.values().stream()
                .filter(known -> !known.isEmpty())
                .map(Payments::state)
                .toList();
    }
}
