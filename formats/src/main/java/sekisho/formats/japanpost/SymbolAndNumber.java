package sekisho.formats.japanpost;

/**
 * An account as Japan Post Bank names it.
 *
 * @param symbol five digits; the fourth checks the others and the number
 * @param number up to eight digits for ordinary accounts, six for transfer accounts, without leading zeros
 */
public record SymbolAndNumber(String symbol, String number) {}
