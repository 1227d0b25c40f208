package sekisho.server.json;

/**
 * Decimals of a currency.
 *
 * @param value 0 to 6
 */
public record Exponent(int value) {}
