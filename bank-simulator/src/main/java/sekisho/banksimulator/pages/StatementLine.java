package sekisho.banksimulator.pages;

/** A line of the statement, newest first. */
public record StatementLine(String day, String time, String text, String out, String in, String balance) {}
