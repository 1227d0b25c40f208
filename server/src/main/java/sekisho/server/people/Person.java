package sekisho.server.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.WalletId;

/**
 * A person.
 *
 * @param handle null: not chosen yet
 * @param language of notices: {@code ja} or {@code en}
 * @param wallet null: none so far
 * @param walletOpened whether the engine has it
 */
public record Person(
        PersonId id,
        @Nullable Handle handle,
        String language,
        @Nullable WalletId wallet,
        boolean walletOpened,
        Instant createdAt,
        @Nullable Instant closedAt) {}
