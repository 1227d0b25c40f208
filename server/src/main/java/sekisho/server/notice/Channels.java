package sekisho.server.notice;

/** What can be sent from here, to a sender or into the post box. */
public record Channels(boolean mail, boolean text) {}
