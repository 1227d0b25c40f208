package sekisho.server.notice;

import java.time.Instant;
import java.util.UUID;
import sekisho.server.vault.Token;

/** A mail that was written. */
public record Letter(UUID id, String channel, Token recipient, String subject, String body, Instant madeAt) {}
