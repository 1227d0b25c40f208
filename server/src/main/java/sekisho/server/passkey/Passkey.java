package sekisho.server.passkey;

import java.time.Instant;

/**
 * A passkey as its owner sees it.
 *
 * @param id URL-safe base64
 * @param synced whether it lives on several devices
 */
public record Passkey(String id, String label, boolean synced, Instant createdAt, Instant lastUsedAt) {}
