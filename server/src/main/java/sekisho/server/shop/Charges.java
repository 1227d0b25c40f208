package sekisho.server.shop;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.MerchantId;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestId;
import sekisho.protocol.WalletId;
import sekisho.server.engine.ServerClients;
import sekisho.server.history.Payments;
import sekisho.server.pages.NotThere;

/**
 * What shops ask to be paid: the records behind dynamic codes. A charge is paid once: who pays claims it for one request id of the
 * engine. A claim whose outcome nobody wrote down is settled by looking whether the engine has the payment. Any thread.
 */
public final class Charges {
    static final Duration VALID = Duration.ofMinutes(5);
    /** Yen. */
    static final long MOST = 10_000_000;

    static final char REFERENCE_FIRST = '7';
    static final int REFERENCE_DIGITS = 10;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SELECT =
            "select id, merchant, reference, amount, expires_at, state, paying, payer, operation from shop.charges ";

    private final JdbcClient jdbc;
    private final Payments payments;
    private final InstantSource clock;

    Charges(JdbcClient jdbc, Payments payments, InstantSource clock) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.clock = clock;
    }

    /** Asks for an amount. The id is made with the form: the same form asks once. */
    Charge ask(UUID id, Shopkeeper keeper, long yen) {
        var now = clock.instant();
        jdbc.sql("""
                        insert into shop.charges (id, merchant, reference, amount, made_by, made_at, expires_at, state)
                        values (:id, :merchant, :reference, :amount, :person, :now, :until, 'OPEN')
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("merchant", keeper.shop().id().value())
                .param("reference", ShortNumber.next(RANDOM, REFERENCE_FIRST, REFERENCE_DIGITS))
                .param("amount", yen)
                .param("person", keeper.person().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(VALID).atOffset(ZoneOffset.UTC))
                .update();
        return find(id, keeper.shop().id()).orElseThrow(NotThere::new);
    }

    /** A charge of a shop. */
    Optional<Charge> find(UUID id, MerchantId merchant) {
        return jdbc.sql(SELECT + "where id = :id and merchant = :merchant")
                .param("id", id)
                .param("merchant", merchant.value())
                .query((row, _) -> kept(row))
                .optional()
                .map(this::settled);
    }

    Optional<Charge> byReference(String reference) {
        return jdbc.sql(SELECT + "where reference = :reference")
                .param("reference", reference)
                .query((row, _) -> kept(row))
                .optional()
                .map(this::settled);
    }

    /** Which charge a payment paid; empty: none, or it is not this shop's. */
    Optional<Charge> byPayment(OperationId payment, MerchantId merchant) {
        return jdbc.sql(SELECT + "where operation = :operation and merchant = :merchant")
                .param("operation", Shops.uuid(payment))
                .param("merchant", merchant.value())
                .query((row, _) -> kept(row).charge())
                .optional();
    }

    /** Claims a charge for one payment; false: it is paid, cancelled, too old, or somebody else is paying it. */
    public boolean claim(Charge charge, WalletId payer, RequestId payment) {
        return jdbc.sql("""
                                update shop.charges set state = case state when 'OPEN' then 'PAYING' else state end,
                                    paying = :payment, payer = :payer
                                where id = :id and ((state = 'OPEN' and expires_at > :now)
                                    or (state in ('PAYING', 'PAID') and paying = :payment and payer = :payer))
                                """)
                        .param("payment", uuid(payment))
                        .param("payer", payer.value())
                        .param("id", charge.id())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The payment was not made: somebody may try again. */
    public void release(Charge charge, RequestId payment) {
        jdbc.sql("""
                        update shop.charges set state = 'OPEN', paying = null, payer = null
                        where id = :id and paying = :payment and state = 'PAYING'
                        """).param("id", charge.id()).param("payment", uuid(payment)).update();
    }

    public void paid(Charge charge, RequestId payment, OperationId operation) {
        jdbc.sql("""
                        update shop.charges set state = 'PAID', operation = :operation
                        where id = :id and paying = :payment
                        """)
                .param("operation", Shops.uuid(operation))
                .param("id", charge.id())
                .param("payment", uuid(payment))
                .update();
    }

    /** The shop does not ask any more; nothing happens if somebody is paying. */
    void cancel(Charge charge) {
        jdbc.sql("update shop.charges set state = 'CANCELLED' where id = :id and state = 'OPEN'")
                .param("id", charge.id())
                .update();
    }

    /** A charge with the request id that it is claimed for. */
    private record Kept(Charge charge, Optional<UUID> paying) {}

    /** If the server died between the engine's answer and the note of it, the engine's record says what became of it. */
    private Charge settled(Kept kept) {
        Charge charge = kept.charge();
        if (charge.state() != Charge.State.PAYING || kept.paying().isEmpty()) {
            return charge;
        }
        var id = new RequestId(
                kept.paying().get().getMostSignificantBits(),
                kept.paying().get().getLeastSignificantBits());
        OperationId operation = OperationId.of(ServerClients.SERVER, id, 0);
        if (payments.find(operation).isEmpty()) {
            return charge;
        }
        paid(charge, id, operation);
        return new Charge(
                charge.id(),
                charge.merchant(),
                charge.reference(),
                charge.amount(),
                charge.expiresAt(),
                Charge.State.PAID,
                charge.payer(),
                operation);
    }

    private static UUID uuid(RequestId id) {
        return new UUID(id.high(), id.low());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        long payer = row.getLong("payer");
        UUID operation = row.getObject("operation", UUID.class);
        return new Kept(
                new Charge(
                        row.getObject("id", UUID.class),
                        new MerchantId(row.getLong("merchant")),
                        row.getString("reference"),
                        row.getLong("amount"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        Charge.State.valueOf(row.getString("state")),
                        payer == 0 ? null : new WalletId(payer),
                        operation == null
                                ? null
                                : new OperationId(
                                        operation.getMostSignificantBits(), operation.getLeastSignificantBits())),
                Optional.ofNullable(row.getObject("paying", UUID.class)));
    }
}
