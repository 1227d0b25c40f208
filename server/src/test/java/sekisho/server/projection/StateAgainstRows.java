package sekisho.server.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import sekisho.node.Node;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.OperationId;
import sekisho.protocol.StateRecord;
import sekisho.server.database.Database;
import sekisho.server.history.AccountState;
import sekisho.server.history.Accounts;
import sekisho.server.history.Answers;
import sekisho.server.history.Authenticators;
import sekisho.server.history.BankStates;
import sekisho.server.history.Holders;
import sekisho.server.history.Instructions;
import sekisho.server.history.Links;
import sekisho.server.history.Payments;

/** Compares what the read side says with the engine's own state, row by row. */
final class StateAgainstRows {
    private final JdbcClient jdbc;
    private final Set<OperationId> open = new HashSet<>();
    private int compared;

    private StateAgainstRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Queries over one connection, which goes with the process. */
    static JdbcClient jdbc(Database database) throws SQLException {
        return JdbcClient.create(new SingleConnectionDataSource(database.connect("test"), true));
    }

    /** Compares everything that the node exports; says how many rows were compared. */
    static int compare(Node node, Database database) throws SQLException {
        var comparison = new StateAgainstRows(jdbc(database));
        List<StateRecord> state = new ArrayList<>();
        node.export(state::add);
        state.forEach(comparison::compare);
        assertThat(new HashSet<>(comparison
                        .jdbc
                        .sql("select instruction from projection.open_instructions")
                        .query(java.util.UUID.class)
                        .list()))
                .isEqualTo(comparison.open.stream()
                        .map(it -> new java.util.UUID(it.high(), it.low()))
                        .collect(java.util.stream.Collectors.toSet()));
        long moved = state.stream()
                .filter(it -> it instanceof StateRecord.AccountRow row && row.sequence() > 0)
                .count();
        assertThat(comparison
                        .jdbc
                        .sql("select count(*) from projection.accounts")
                        .query(Long.class)
                        .single())
                .isEqualTo(moved);
        long remembered = state.stream()
                .filter(it -> it instanceof StateRecord.AnswerRow row && !isNode(row))
                .count();
        assertThat(comparison
                        .jdbc
                        .sql("select count(distinct (client, request_id)) from projection.answers")
                        .query(Long.class)
                        .single())
                .as("answers, none of them of a dry run")
                .isEqualTo(remembered);
        return comparison.compared;
    }

    private static boolean isNode(StateRecord.AnswerRow row) {
        return row.client().value() == Long.MAX_VALUE;
    }

    private void compare(StateRecord record) {
        switch (record) {
            case StateRecord.AccountRow row -> account(row);
            case StateRecord.HolderRow row -> holder(row);
            case StateRecord.BankRow row -> bank(row);
            case StateRecord.LinkRow row -> {
                var link = new Links(jdbc).find(row.link()).orElseThrow();
                assertThat(link.wallet()).isEqualTo(row.wallet());
                assertThat(link.bank()).isEqualTo(row.bank());
                assertThat(link.status()).isEqualTo(row.status());
                assertThat(new Links(jdbc).ofWallet(row.wallet())).contains(link);
                compared++;
            }
            case StateRecord.CheckedLinkRow row -> {
                var until = new Links(jdbc).find(row.link()).orElseThrow().until();
                assertThat(until == null ? 0 : until.toEpochMilli()).isEqualTo(row.until());
                compared++;
            }
            case StateRecord.AuthenticatorRow row -> {
                assertThat(new Authenticators(jdbc).ofWallet(row.wallet())).contains(row.credential());
                compared++;
            }
            case StateRecord.IdentityRow row -> {
                // A wallet whose first card was not for its passkey rests as well, and no passkey has changed.
                new Authenticators(jdbc)
                        .restsUntil(row.wallet())
                        .ifPresent(until -> assertThat(until.toEpochMilli()).isEqualTo(row.restsUntil()));
                compared++;
            }
            case StateRecord.PaymentRow row -> payment(row);
            case StateRecord.InstructionRow row -> instruction(row);
            case StateRecord.HoldRow row -> {
                assertThat(jdbc.sql("""
                                select status from projection.hold_changes where hold = :hold
                                order by position desc, request_index desc limit 1
                                """)
                                .param(
                                        "hold",
                                        new java.util.UUID(
                                                row.hold().high(), row.hold().low()))
                                .query(Integer.class)
                                .single())
                        .isEqualTo(-1);
                compared++;
            }
            case StateRecord.AnswerRow row -> {
                if (!isNode(row)) {
                    var answer = new Answers(jdbc).find(row.client(), row.id()).orElseThrow();
                    assertThat(answer.outcome())
                            .isEqualTo(row.kind().outcome(row.currency(), row.first(), row.second()));
                    compared++;
                }
            }
            case StateRecord.StreamRow row -> {
                assertThat(new Answers(jdbc).lastOfStream(row.client(), row.stream()))
                        .isEqualTo(row.last());
                compared++;
            }
            case StateRecord.ReversalRow row -> {
                assertThat(jdbc.sql("select count(*) from projection.reversals where reversed = :it")
                                .param(
                                        "it",
                                        new java.util.UUID(
                                                row.operation().high(),
                                                row.operation().low()))
                                .query(Long.class)
                                .single())
                        .isEqualTo(1);
                compared++;
            }
            case StateRecord.Engine _,
                    StateRecord.CurrencyRow _,
                    StateRecord.LimitRow _,
                    StateRecord.CapRow _,
                    StateRecord.UsageRow _,
                    StateRecord.UsageSlotRow _,
                    StateRecord.DeadlineRow _,
                    StateRecord.FoundingRow _,
                    StateRecord.StaffRow _,
                    StateRecord.IssuerRow _,
                    StateRecord.BankKeyRow _,
                    StateRecord.RuleRow _,
                    StateRecord.TierForRow _,
                    StateRecord.FloorRow _,
                    StateRecord.RungRow _,
                    StateRecord.DescriptionRow _,
                    StateRecord.StopRow _,
                    StateRecord.ResaleRow _,
                    StateRecord.PersonRow _,
                    StateRecord.EvidenceRow _,
                    StateRecord.UsedRow _,
                    StateRecord.BankAccountRow _,
                    StateRecord.ReviewRow _,
                    StateRecord.WindowRow _,
                    StateRecord.CheckedTopUpRow _,
                    StateRecord.LotRow _,
                    StateRecord.WeakUntilRow _,
                    StateRecord.VisitRow _,
                    StateRecord.LockRow _ -> {}
        }
    }

    private void account(StateRecord.AccountRow row) {
        boolean creditGrows = row.key().kind().normal() == AccountKind.Normal.CREDIT;
        var found = new Accounts(jdbc, BookId.FIRST).find(row.key());
        if (row.sequence() == 0) {
            assertThat(found).isEmpty();
            return;
        }
        AccountState state = found.orElseThrow();
        long posted = row.creditsPosted() - row.debitsPosted();
        assertThat(state.sequence()).isEqualTo(row.sequence());
        assertThat(state.balance()).isEqualTo(creditGrows ? posted : -posted);
        assertThat(state.held()).isEqualTo(creditGrows ? row.debitsPending() : row.creditsPending());
        assertThat(state.expected()).isEqualTo(creditGrows ? row.creditsPending() : row.debitsPending());
        compared++;
    }

    private void holder(StateRecord.HolderRow row) {
        if (row.kind() != AccountKind.WALLET && row.kind() != AccountKind.MERCHANT) {
            return;
        }
        var state = new Holders(jdbc, BookId.FIRST)
                .many(row.kind(), List.of(row.owner()))
                .getFirst();
        assertThat(state.closed()).isEqualTo(row.closed());
        assertThat(state.frozen()).isEqualTo(row.frozen());
        assertThat(state.tier()).isEqualTo(row.tier());
        compared++;
    }

    private void bank(StateRecord.BankRow row) {
        var state = new BankStates(jdbc, BookId.FIRST).find(row.bank()).orElseThrow();
        assertThat(state.of(BankOperation.LINKS).open()).isEqualTo(row.linksOpen());
        assertThat(state.of(BankOperation.TOP_UPS).open()).isEqualTo(row.topUpsOpen());
        assertThat(state.of(BankOperation.CASH_OUTS).open()).isEqualTo(row.cashOutsOpen());
        assertThat(new BankStates(jdbc, BookId.FIRST).all()).contains(state);
        compared++;
    }

    private void payment(StateRecord.PaymentRow row) {
        var state = new Payments(jdbc).find(row.payment()).orElseThrow();
        assertThat(state.status()).isEqualTo(row.status());
        assertThat(state.wallet()).isEqualTo(row.wallet());
        assertThat(state.amount().currency()).isEqualTo(row.amount().currency());
        assertThat(state.refundable()).isEqualTo(row.refundable());
        if (state.merchant() != null) {
            assertThat(state.merchant()).isEqualTo(row.merchant());
        } else {
            assertThat(state.fee()).isEqualTo(state.captured());
        }
        long amount = row.amount().minorUnits();
        switch (row.status()) {
            case AUTHORISED -> assertThat(state.amount().minorUnits()).isEqualTo(amount);
            case CAPTURED -> assertThat(state.captured()).isEqualTo(amount);
            case VOIDED, EXPIRED -> assertThat(state.captured()).isZero();
        }
        assertThat(state.expiresAt() == null ? 0 : state.expiresAt().toEpochMilli())
                .isEqualTo(row.expiresAt());
        compared++;
    }

    private void instruction(StateRecord.InstructionRow row) {
        var state = new Instructions(jdbc).find(row.instruction()).orElseThrow();
        assertThat(state.status()).isEqualTo(row.status());
        assertThat(state.operation()).isEqualTo(row.operation());
        assertThat(state.bank()).isEqualTo(row.bank());
        assertThat(state.wallet()).isEqualTo(row.wallet());
        assertThat(state.link()).isEqualTo(row.link());
        assertThat(state.amount()).isEqualTo(row.amount());
        assertThat(state.until() == null ? 0 : state.until().toEpochMilli()).isEqualTo(row.until());
        if (row.status().open()) {
            open.add(row.instruction());
        }
        compared++;
    }
}
