package sekisho.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.OutcomeKind;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.WalletId;

/** Payments to merchants: how they stand, and how they came to it. Any thread. */
public final class Payments {
    static final String COLUMNS = "payment, wallet, merchant, amount, fee, refundable, currency, status, outcome, "
            + "expires_at, position, changed_at";

    private final JdbcClient jdbc;

    public Payments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a payment stands; empty: there is no such payment. */
    public Optional<PaymentState> find(OperationId payment) {
        var changes = changes(payment);
        return changes.isEmpty() ? Optional.empty() : Optional.of(state(changes));
    }

    /** All changes of a payment, oldest first. */
    public List<PaymentChange> changes(OperationId payment) {
        return jdbc.sql("""
                        select %s
                        from projection.payment_changes
                        where payment = :payment
                        order by position, request_index, event_index
                        """.formatted(COLUMNS))
                .param("payment", Columns.uuid(payment))
                .query((row, _) -> change(row))
                .list();
    }

    static PaymentState state(List<PaymentChange> changes) {
        var first = changes.getFirst();
        var last = changes.getLast();
        PaymentChange taken = null;
        for (PaymentChange change : changes) {
            if (change.outcome() == OutcomeKind.PAYMENT_CAPTURED || change.outcome() == OutcomeKind.PAYMENT_PAID) {
                taken = change;
            }
        }
        return new PaymentState(
                first.payment(),
                first.wallet(),
                first.merchant(),
                first.amount(),
                last.status(),
                taken == null ? 0 : taken.amount().minorUnits(),
                taken == null ? 0 : taken.fee(),
                last.refundable(),
                first.expiresAt(),
                first.changedAt(),
                last.position(),
                last.changedAt());
    }

    static PaymentChange change(ResultSet row) throws SQLException {
        return new PaymentChange(
                Columns.operation(row, "payment"),
                new WalletId(row.getLong("wallet")),
                merchant(row.getLong("merchant")),
                new Money(row.getLong("amount"), Columns.currency(row, "currency")),
                row.getLong("fee"),
                row.getLong("refundable"),
                PaymentStatus.of(row.getInt("status")),
                Columns.outcomeOrNone(row, "outcome"),
                Columns.instantOrNone(row, "expires_at"),
                row.getLong("position"),
                Columns.instant(row, "changed_at"));
    }

    private static @Nullable MerchantId merchant(long number) {
        return number == 0 ? null : new MerchantId(number);
    }
}
