package sekisho.server.json;

import sekisho.protocol.Currency;
import sekisho.protocol.Money;

/**
 * An amount to move.
 *
 * @param minorUnits 1 to {@link Money#MAX}
 */
public record Amount(long minorUnits) {
    public Money of(Currency currency) {
        return new Money(minorUnits, currency);
    }
}
