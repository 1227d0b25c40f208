package sekisho.banksimulator.pages;

/** A code that something shows now. */
public record ShownCode(String label, String code) {}
