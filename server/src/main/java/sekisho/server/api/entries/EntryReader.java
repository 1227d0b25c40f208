package sekisho.server.api.entries;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.server.api.Defaults;
import sekisho.server.history.Entries;
import sekisho.server.history.EntryPage;
import sekisho.server.history.Statement;
import sekisho.server.json.PageSize;

/** Reads the history of accounts. Any thread. */
public final class EntryReader {
    /** The engine's clock is the log's, which may be a little ahead. */
    private static final long AHEAD_SECONDS = 60;

    private final Entries entries;
    private final InstantSource clock;

    public EntryReader(Entries entries, InstantSource clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** A page of entries, newest first. */
    public EntryList page(AccountKind kind, long owner, EntryQuery query) {
        Currency currency = Defaults.of(query.currency());
        var account = new AccountKey(BookId.FIRST, kind, owner, currency);
        EntryPage page = entries.page(account, query.filter(), Defaults.of(query.cursor()), PageSize.of(query.limit()));
        return new EntryList(
                currency, page.entries().stream().map(EntryView::of).toList(), next(page.next()));
    }

    /** A statement: from the beginning, up to now, unless said otherwise. */
    public StatementView statement(AccountKind kind, long owner, EntryQuery query) {
        Currency currency = Defaults.of(query.currency());
        var account = new AccountKey(BookId.FIRST, kind, owner, currency);
        Instant from = query.from() == null ? Instant.EPOCH : query.from();
        Instant to = query.to() == null ? clock.instant().plusSeconds(AHEAD_SECONDS) : query.to();
        Statement statement =
                entries.statement(account, from, to, Defaults.of(query.cursor()), PageSize.of(query.limit()));
        return new StatementView(
                currency,
                from,
                to,
                statement.opening(),
                statement.closing(),
                statement.entries().stream().map(EntryView::of).toList(),
                next(statement.next()));
    }

    private static @Nullable Long next(long cursor) {
        return cursor == 0 ? null : (Long) cursor;
    }
}
