package sekisho.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.BankId;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;

/** Links between wallets and bank accounts: how they stand, and how they came to it. Any thread. */
public final class Links {
    private static final String COLUMNS = "c.link, c.wallet, c.bank, c.status, c.position, c.changed_at, ";

    /** A link waits anew without changing: its newest move counts. */
    private static final String UNTIL = """
            coalesce((select m.until_at from projection.link_moves m where m.link = c.link
                order by m.position desc, m.request_index desc, m.event_index desc limit 1), 'infinity') as until_at
            """;

    /** A change is told, and then where the link stands from then on. */
    private static final String UNTIL_THEN = """
            coalesce((select m.until_at from projection.link_moves m where m.link = c.link and m.position = c.position
                and m.request_index = c.request_index and m.event_index = c.event_index + 1), 'infinity') as until_at
            """;

    private static final Integer[] TAKEN = Stream.of(
                    LinkStatus.WAITING_FOR_HOLDER, LinkStatus.COOLING_OFF, LinkStatus.ACTIVE, LinkStatus.SUSPENDED)
            .map(LinkStatus::code)
            .toArray(Integer[]::new);

    private final JdbcClient jdbc;

    public Links(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a link stands; empty: there is no such link. */
    public Optional<LinkState> find(OperationId link) {
        return jdbc.sql("select " + COLUMNS + UNTIL + """
                        from projection.link_changes c
                        where link = :link
                        order by position desc, request_index desc, event_index desc limit 1
                        """)
                .param("link", Columns.uuid(link))
                .query((row, _) -> state(row))
                .optional();
    }

    /**
     * Whether the engine ever took a bank's word for a link. A link that it did not take is closed for every reason alike, and tells
     * its wallet nothing that the bank said.
     */
    public boolean taken(OperationId link) {
        return jdbc.sql("""
                        select exists (select 1 from projection.link_changes where link = :link and status = any(:taken))
                        """)
                .param("link", Columns.uuid(link))
                .param("taken", TAKEN)
                .query(Boolean.class)
                .single();
    }

    /** How the links of a wallet stand, closed ones too, in the order in which they were requested. */
    public List<LinkState> ofWallet(WalletId wallet) {
        return jdbc.sql("select " + COLUMNS + UNTIL + """
                        from (
                          select *,
                                 row_number() over (partition by link
                                     order by position desc, request_index desc, event_index desc) as newest,
                                 min(position) over (partition by link) as requested
                          from projection.link_changes
                          where wallet = :wallet) c
                        where newest = 1
                        order by requested, link
                        """)
                .param("wallet", wallet.value())
                .query((row, _) -> state(row))
                .list();
    }

    /** All changes of a link, oldest first. */
    public List<LinkState> changes(OperationId link) {
        return jdbc.sql("select " + COLUMNS + UNTIL_THEN + """
                        from projection.link_changes c
                        where link = :link
                        order by position, request_index, event_index
                        """)
                .param("link", Columns.uuid(link))
                .query((row, _) -> state(row))
                .list();
    }

    private static LinkState state(ResultSet row) throws SQLException {
        return new LinkState(
                Columns.operation(row, "link"),
                new WalletId(row.getLong("wallet")),
                new BankId(row.getInt("bank")),
                LinkStatus.of(row.getInt("status")),
                row.getLong("position"),
                Columns.instant(row, "changed_at"),
                Columns.instantOrNone(row, "until_at"));
    }
}
