package sekisho.banksimulator.pages;

/**
 * A message as it is shown.
 *
 * @param channel how it came
 * @param link where it leads; empty: nowhere
 */
public record ReceivedMessage(String time, String channel, String text, String link) {}
