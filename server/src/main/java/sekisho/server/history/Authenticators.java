package sekisho.server.history;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

/** Which passkeys the engine knows of wallets in a founded book, and how long those rest after a change. Any thread. */
public final class Authenticators {
    private final JdbcClient jdbc;

    public Authenticators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The passkeys of a wallet. */
    public Set<Token> ofWallet(WalletId wallet) {
        return jdbc
                .sql("""
                        select credential from (
                            select distinct on (credential) credential, added from projection.authenticator_changes
                            where wallet = :wallet
                            order by credential, position desc, request_index desc, event_index desc) newest
                        where added
                        """)
                .param("wallet", wallet.value())
                .query((row, _) -> {
                    UUID credential = row.getObject("credential", UUID.class);
                    return new Token(credential.getMostSignificantBits(), credential.getLeastSignificantBits());
                })
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Until when a wallet rests, or has rested, after the last change of its passkeys; empty: that change needed no rest. */
    public Optional<Instant> restsUntil(WalletId wallet) {
        return jdbc.sql("""
                        select rests_until_at from projection.authenticator_changes where wallet = :wallet
                        order by position desc, request_index desc, event_index desc limit 1
                        """)
                .param("wallet", wallet.value())
                .query((row, _) -> Optional.ofNullable(Columns.instantOrNone(row, "rests_until_at")))
                .optional()
                .flatMap(until -> until);
    }
}
