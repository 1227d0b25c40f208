package sekisho.banksimulator.pages;

/**
 * Something that a customer knows.
 *
 * @param ask the word of what the bank asks: the name of the field where it is typed
 */
public record KnownAnswer(String ask, String label, String value) {}
