package sekisho.server.api.entries;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Currency;
import sekisho.protocol.EntryKind;
import sekisho.protocol.OperationId;
import sekisho.server.history.EntryFilter;
import sekisho.server.json.Count;
import sekisho.server.json.PageSize;

/**
 * Which entries are asked for.
 *
 * @param from booked then or later
 * @param to booked before
 * @param cursor where the page before ended
 */
public record EntryQuery(
        @Nullable Currency currency,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable EntryKind kind,
        @Nullable OperationId operation,
        @Nullable Count cursor,
        @Nullable PageSize limit) {

    /** A period of an account. */
    public static EntryQuery ofPeriod(
            @Nullable Currency currency,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Count cursor,
            @Nullable PageSize limit) {
        return new EntryQuery(currency, from, to, null, null, cursor, limit);
    }

    EntryFilter filter() {
        var filter = EntryFilter.ALL.withPeriod(from, to);
        if (kind != null) {
            filter = filter.withKinds(Set.of(kind));
        }
        return operation == null ? filter : filter.withOperation(operation);
    }
}
