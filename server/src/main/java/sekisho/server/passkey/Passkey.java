package sekisho.server.passkey;

import java.time.Instant;

/**
 * A passkey as its owner sees it.
 *
 * @param id URL-safe base64
 * @param label what its owner calls it
 * @param copiable whether it can be copied to other devices (BE)
 * @param synced whether it is (BS)
 */
public record Passkey(
        String id, String label, boolean copiable, boolean synced, Instant createdAt, Instant lastUsedAt) {}
