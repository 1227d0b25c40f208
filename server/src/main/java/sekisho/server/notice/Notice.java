package sekisho.server.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person is told.
 *
 * @param kind {@code notice.<kind>} are its words, {@code notice.<kind>.title} its title
 * @param words what is said with them
 * @param readAt null: not read
 */
public record Notice(
        UUID id,
        String kind,
        List<String> words,
        Instant madeAt,
        @Nullable Instant readAt) {
    public Notice {
        words = List.copyOf(words);
    }
}
