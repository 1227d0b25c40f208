package sekisho.banksimulator.pages;

/** Something that a customer knows. */
public record KnownAnswer(String label, String value) {}
