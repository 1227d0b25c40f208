package sekisho.banksimulator.books;

/**
 * Something that a bank said to an operator of a linking, after the visit.
 *
 * @param number 1, 2, 3, … at this bank for this operator
 * @param at when (ms since 1970)
 */
public record Said(long number, long at, Linking of, StatementPurpose purpose, StatementAnswer answer) {}
