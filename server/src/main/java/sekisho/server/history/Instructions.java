package sekisho.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;

/** Instructions to banks, which are top-ups and cash-outs: how they stand, and how they came to it. Any thread. */
public final class Instructions {
    private static final String COLUMNS =
            "instruction, operation, bank, wallet, link, amount, currency, status, until_at, position, changed_at";
    private static final String NEWEST_FIRST = " order by position desc, request_index desc, event_index desc ";

    private final JdbcClient jdbc;

    public Instructions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How an instruction stands; empty: there is no such instruction. */
    public Optional<InstructionState> find(OperationId instruction) {
        return jdbc.sql("select " + COLUMNS + " from projection.instruction_changes where instruction = :instruction"
                        + NEWEST_FIRST + "limit 1")
                .param("instruction", Columns.uuid(instruction))
                .query((row, _) -> state(row))
                .optional();
    }

    /** All changes of an instruction, oldest first. */
    public List<InstructionState> changes(OperationId instruction) {
        return jdbc.sql("select " + COLUMNS + """
                         from projection.instruction_changes
                        where instruction = :instruction
                        order by position, request_index, event_index
                        """)
                .param("instruction", Columns.uuid(instruction))
                .query((row, _) -> state(row))
                .list();
    }

    /**
     * How the instructions of a wallet stand, the one requested last first.
     *
     * @param before only those requested before this position; {@link Long#MAX_VALUE}: from the newest
     * @param limit most to return
     */
    public List<InstructionState> ofWallet(WalletId wallet, long before, int limit) {
        return jdbc.sql("""
                        select c.* from (
                            select instruction, position from projection.instruction_changes
                            where wallet = :wallet and status = 0 and position < :before
                            order by position desc limit :limit) r
                        cross join lateral (select * from projection.instruction_changes
                            where instruction = r.instruction
                        """ + NEWEST_FIRST + "limit 1) c order by r.position desc")
                .param("wallet", wallet.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> state(row))
                .list();
    }

    /**
     * Instructions that have not ended, the one requested first first.
     *
     * @param bank null: all banks
     * @param operation null: both
     * @param status of the open ones (requested, that is unclaimed; claimed; in doubt); null: all three
     * @param limit most to return
     */
    public List<InstructionState> open(
            @Nullable BankId bank, @Nullable BankOperation operation, @Nullable InstructionStatus status, int limit) {
        return jdbc.sql("""
                        select c.* from projection.open_instructions o
                        cross join lateral (select * from projection.instruction_changes
                            where instruction = o.instruction
                        """ + NEWEST_FIRST + """
                            limit 1) c
                        where (:bank = 0 or o.bank = :bank)
                          and (:operation = 0 or o.operation = :operation)
                          and (:status < 0 or c.status = :status)
                        order by o.position, o.instruction limit :limit
                        """)
                .param("bank", bank == null ? 0 : bank.code())
                .param("operation", operation == null ? 0 : operation.code())
                .param("status", status == null ? -1 : status.code())
                .param("limit", limit)
                .query((row, _) -> state(row))
                .list();
    }

    /** Whether an instruction under a link has no end yet. */
    public boolean isOpenUnder(OperationId link) {
        return jdbc.sql("""
                        select exists (
                            select 1 from projection.open_instructions o
                            join projection.instruction_changes c on c.instruction = o.instruction
                            where c.link = :link)
                        """)
                .param("link", Columns.uuid(link))
                .query(Boolean.class)
                .single();
    }

    /** How many instructions have not ended, by bank, operation and status. */
    public List<InstructionCount> countOpen() {
        return jdbc.sql("""
                        select o.bank, o.operation, c.status, count(*) as count
                        from projection.open_instructions o
                        cross join lateral (select status from projection.instruction_changes
                            where instruction = o.instruction
                        """ + NEWEST_FIRST + """
                            limit 1) c
                        group by o.bank, o.operation, c.status
                        order by o.bank, o.operation, c.status
                        """)
                .query((row, _) -> new InstructionCount(
                        new BankId(row.getInt("bank")),
                        BankOperation.of(row.getInt("operation")),
                        InstructionStatus.of(row.getInt("status")),
                        row.getLong("count")))
                .list();
    }

    private static InstructionState state(ResultSet row) throws SQLException {
        return new InstructionState(
                Columns.operation(row, "instruction"),
                BankOperation.of(row.getInt("operation")),
                new BankId(row.getInt("bank")),
                new WalletId(row.getLong("wallet")),
                Columns.operation(row, "link"),
                new Money(row.getLong("amount"), Columns.currency(row, "currency")),
                InstructionStatus.of(row.getInt("status")),
                Columns.instantOrNone(row, "until_at"),
                row.getLong("position"),
                Columns.instant(row, "changed_at"));
    }
}
