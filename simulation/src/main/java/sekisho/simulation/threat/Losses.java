package sekisho.simulation.threat;

import java.util.List;

/**
 * The most that a search found for one kind of bank.
 *
 * @param rows one for each of {@link #HOURS}
 * @param in24Hours most yen debited from the victim's account within any 24 hours
 * @param sent most yen of it that left to another person's wallet; likewise what bought goods that are easily sold on, and what was
 *     cashed out
 * @param states how many states of the engine were looked at
 */
public record Losses(
        Target target, List<Row> rows, long in24Hours, long sent, long resold, long cashedOut, long states) {

    /** After how many hours unnoticed the losses are told: 24 hours, 72 hours, 7 days, 30 days. */
    public static final List<Integer> HOURS = List.of(24, 72, 168, 720);

    /** Yen debited from the victim's account by then, and of all that the most that is in no wallet any more. */
    public record Row(int hours, long debited, long irrecoverable) {}

    public Losses {
        rows = List.copyOf(rows);
    }
}
