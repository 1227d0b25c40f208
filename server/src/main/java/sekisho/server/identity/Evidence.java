package sekisho.server.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence about a person.
 *
 * @param source who or what vouches for it, in words for the audit
 * @param until null: until something else is known
 */
public record Evidence(
        UUID id,
        EvidenceKind kind,
        String source,
        Instant takenAt,
        @Nullable Instant until) {}
