package sekisho.server.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Line;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.protocol.Side;
import sekisho.server.engine.ServerClients;
import sekisho.server.history.AccountState;
import sekisho.server.history.Accounts;
import sekisho.server.history.BankStates;

/**
 * Takings that go to shops' bank accounts. The engine has no instruction to a bank for a merchant; a payout is a hold of the
 * ledger from the merchant's account to money at a bank, which is posted when the transfer is made and voided when it is not. Any
 * thread.
 */
public final class Payouts {
    private static final int MOST_SHOWN = 50;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final BankStates banks;
    private final Gateway gateway;
    private final InstantSource clock;

    Payouts(JdbcClient jdbc, Accounts accounts, BankStates banks, Gateway gateway, InstantSource clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.banks = banks;
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * Out of the money at which bank an amount is settled: at the shop's own if it is enough, otherwise where most of it lies.
     *
     * @return empty: no bank holds so much
     */
    Optional<BankId> plan(Shop shop, long yen) {
        return accounts
                .ofMany(
                        AccountKind.SETTLEMENT,
                        banks.all().stream()
                                .map(bank -> (long) bank.bank().code())
                                .toList())
                .stream()
                .filter(state -> state.account().currency().equals(Currency.JPY) && state.available() >= yen)
                .max(Comparator.comparingInt((AccountState state) ->
                                state.account().owner() == shop.bank().code() ? 1 : 0)
                        .thenComparingLong(AccountState::available))
                .map(state -> new BankId((int) state.account().owner()));
    }

    /** What the engine is told. */
    static LedgerCommand.Hold hold(Shop shop, BankId from, long yen) {
        var money = AccountKey.bank(BookId.FIRST, AccountKind.SETTLEMENT, from, Currency.JPY);
        return new LedgerCommand.Hold(
                List.of(new Line(shop.yen(), Side.DEBIT, yen), new Line(money, Side.CREDIT, yen)), 0);
    }

    /** How the payout that a form asked for before was planned; empty: it was not asked for. */
    Optional<BankId> plannedFrom(RequestId id, Shop shop) {
        return jdbc.sql("select from_bank from shop.payouts where id = :id and merchant = :merchant")
                .param("id", uuid(id))
                .param("merchant", shop.id().value())
                .query((row, _) -> new BankId(row.getInt(1)))
                .optional();
    }

    /** Notes a payout before its hold is sent: what the engine holds is always known here. */
    void note(RequestId id, Shopkeeper keeper, BankId from, long yen) {
        jdbc.sql("""
                        insert into shop.payouts (id, merchant, amount, from_bank, asked_by, asked_at, state)
                        values (:id, :merchant, :amount, :bank, :person, :now, 'ASKED') on conflict do nothing
                        """)
                .param("id", uuid(id))
                .param("merchant", keeper.shop().id().value())
                .param("amount", yen)
                .param("bank", from.code())
                .param("person", keeper.person().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The engine did not hold it. */
    void forget(RequestId id) {
        jdbc.sql("delete from shop.payouts where id = :id and state = 'ASKED'")
                .param("id", uuid(id))
                .update();
    }

    /** The transfer to the shop's bank was made; false: the engine did not say so (yet). */
    public boolean paid(UUID id) {
        return end(id, Payout.State.PAID, new LedgerCommand.PostHold(hold(id), 0));
    }

    /** The transfer was not made: the money is the shop's again; false: the engine did not say so (yet). */
    public boolean returned(UUID id) {
        return end(id, Payout.State.RETURNED, new LedgerCommand.VoidHold(hold(id)));
    }

    /** What a shop asked for, newest first. */
    public List<Payout> of(Shop shop) {
        return jdbc.sql("""
                        select id, amount, asked_at, state from shop.payouts where merchant = :merchant
                        order by asked_at desc limit :most
                        """)
                .param("merchant", shop.id().value())
                .param("most", MOST_SHOWN)
                .query((row, _) -> payout(row))
                .list();
    }

    /** What waits for its transfer, of all shops, oldest first. */
    public List<Payout> waiting() {
        return jdbc.sql("select id, amount, asked_at, state from shop.payouts where state = 'ASKED' order by asked_at")
                .query((row, _) -> payout(row))
                .list();
    }

    /** A hold ends once only: said twice, the engine refuses the second, and nothing moves. */
    private boolean end(UUID id, Payout.State state, LedgerCommand command) {
        boolean done = gateway.submit(command) instanceof Submission.Answered answered
                && !(answered.answer().outcome() instanceof Refused);
        if (done) {
            jdbc.sql("update shop.payouts set state = :state, ended_at = :now where id = :id and state = 'ASKED'")
                    .param("state", state.name())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("id", id)
                    .update();
        }
        return done;
    }

    private static OperationId hold(UUID id) {
        return OperationId.of(
                ServerClients.SERVER, new RequestId(id.getMostSignificantBits(), id.getLeastSignificantBits()), 0);
    }

    private static UUID uuid(RequestId id) {
        return new UUID(id.high(), id.low());
    }

    private static Payout payout(ResultSet row) throws SQLException {
        return new Payout(
                row.getObject("id", UUID.class),
                row.getLong("amount"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                Payout.State.valueOf(row.getString("state")));
    }
}
