package sekisho.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.BankId;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;

/** Links between wallets and bank accounts: how they stand, and how they came to it. Any thread. */
public final class Links {
    private static final String COLUMNS = "link, wallet, bank, status, position, changed_at";

    private final JdbcClient jdbc;

    public Links(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a link stands; empty: there is no such link. */
    public Optional<LinkState> find(OperationId link) {
        return jdbc.sql("select " + COLUMNS + """
                         from projection.link_changes
                        where link = :link
                        order by position desc, request_index desc, event_index desc limit 1
                        """)
                .param("link", Columns.uuid(link))
                .query((row, _) -> state(row))
                .optional();
    }

    /** How the links of a wallet stand, closed ones too, in the order in which they were requested. */
    public List<LinkState> ofWallet(WalletId wallet) {
        return jdbc.sql("select " + COLUMNS + """
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
        return jdbc.sql("select " + COLUMNS + """
                         from projection.link_changes
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
                Columns.instant(row, "changed_at"));
    }
}
