package sekisho.protocol;

/**
 * An amount of one currency.
 *
 * @param minorUnits 0 to {@link #MAX} minor units (¥1 is 1; 1.00 of a currency with two decimals is 100)
 */
public record Money(long minorUnits, Currency currency) {

    /** The largest amount of one movement: 2^53−1, so that every JSON reader holds it exactly. */
    public static final long MAX = (1L << 53) - 1;

    public Money {
        if (minorUnits < 0 || minorUnits > MAX) {
            throw new IllegalArgumentException("an amount is 0 to 2^53-1 minor units");
        }
    }

    public static Money yen(long yen) {
        return new Money(yen, Currency.JPY);
    }

    @Override
    public String toString() {
        return minorUnits + " " + currency;
    }
}
