package sekisho.banksimulator.pages;

/** A mandate as its customer sees it. */
public record MandateLine(String token, String operator, String since, String ended) {}
