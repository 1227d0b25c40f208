package sekisho.server.wallet.history;

import java.time.Instant;

/**
 * A line of the history.
 *
 * @param icon name in the sprite
 * @param signed yen, below 0: went out
 * @param balance after it
 * @param href its receipt
 */
public record Line(String icon, String title, Instant at, long signed, long balance, String href) {}
