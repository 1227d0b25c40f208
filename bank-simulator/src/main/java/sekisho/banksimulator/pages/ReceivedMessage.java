package sekisho.banksimulator.pages;

/** A message as it is shown. */
public record ReceivedMessage(String time, String text) {}
