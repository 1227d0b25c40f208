package sekisho.server.vault;

import java.util.UUID;

/** Stands for a personal value: 128 random bits. */
public record Token(UUID value) {}
