package sekisho.server.console;

/**
 * An action as pages show it.
 *
 * @param took until the engine had answered; empty: the engine had no part in it
 * @param state {@code done}, {@code refused} or {@code doubt}
 */
public record ActionLine(
        String at,
        String member,
        String what,
        String subject,
        String href,
        String reason,
        String note,
        String took,
        String state,
        String position) {}
