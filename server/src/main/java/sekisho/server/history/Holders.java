package sekisho.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.MerchantId;
import sekisho.protocol.WalletId;

/** Wallets and merchants: how they stand, and how they came to it. Any thread. */
public final class Holders {
    /** Most holders of one look-up. */
    public static final int MOST = 1_000;

    private static final String COLUMNS = "kind, holder, closed, frozen, tier, position, changed_at";
    private static final String NEWEST_FIRST = " order by position desc, request_index desc, event_index desc ";

    private final JdbcClient jdbc;
    private final BookId book;

    public Holders(JdbcClient jdbc, BookId book) {
        this.jdbc = jdbc;
        this.book = book;
    }

    /** How a wallet stands; empty: there is no such wallet. */
    public Optional<HolderState> wallet(WalletId wallet) {
        return find(AccountKind.WALLET, wallet.value());
    }

    /** How a merchant stands; empty: there is no such merchant. */
    public Optional<HolderState> merchant(MerchantId merchant) {
        return find(AccountKind.MERCHANT, merchant.value());
    }

    /**
     * How many wallets or merchants stand, in the order of their numbers; who is not there is left out.
     *
     * @param holders at most {@link #MOST}
     */
    public List<HolderState> many(AccountKind kind, Collection<Long> holders) {
        if (holders.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " holders are looked up at once");
        }
        return jdbc.sql("select c.* from unnest(:holders) as wanted(id) cross join lateral (select " + COLUMNS + """
                         from projection.holder_changes
                        where holder = wanted.id and kind = :kind and book = :book
                        """
                        + NEWEST_FIRST + " limit 1) c order by c.holder")
                .param("holders", holders.stream().distinct().toArray(Long[]::new))
                .param("kind", kind.code())
                .param("book", book.value())
                .query((row, _) -> state(row))
                .list();
    }

    /** All changes of a wallet or merchant, oldest first; at most {@code limit}. */
    public List<HolderState> changes(AccountKind kind, long holder, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from projection.holder_changes
                        where holder = :holder and kind = :kind and book = :book
                        order by position, request_index, event_index limit :limit
                        """)
                .param("holder", holder)
                .param("kind", kind.code())
                .param("book", book.value())
                .param("limit", limit)
                .query((row, _) -> state(row))
                .list();
    }

    private Optional<HolderState> find(AccountKind kind, long holder) {
        return many(kind, List.of(holder)).stream().findFirst();
    }

    private static HolderState state(ResultSet row) throws SQLException {
        return new HolderState(
                AccountKind.ofCode(row.getInt("kind")),
                row.getLong("holder"),
                row.getBoolean("closed"),
                FreezeScope.ofCode(row.getInt("frozen")),
                row.getInt("tier"),
                row.getLong("position"),
                Columns.instant(row, "changed_at"));
    }
}
