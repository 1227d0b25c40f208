package sekisho.server.linking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.OperationId;

/**
 * Codes that banks put on the statements of linked accounts, as notices to their holders: where a bank has no other way to tell them.
 * What comes of one is a statement of the bank's, which goes to the engine like all others. Any thread.
 */
final class DepositNotices {
    private final @Nullable WithoutBrowser banks;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    DepositNotices(@Nullable WithoutBrowser banks, JdbcClient jdbc, InstantSource clock) {
        this.banks = banks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the bank has one on its way now. */
    boolean send(SupportedBank bank, OperationId link) {
        if (banks == null || !(banks.notice(bank, link) instanceof WithoutBrowser.Noticed.Sent(var open))) {
            return false;
        }
        jdbc.sql("""
                        insert into linking.deposit_notices (link, bank_request, answers_at, tries)
                        values (:link, :request, :until, :tries)
                        on conflict (link) do update set bank_request = excluded.bank_request,
                            answers_at = excluded.answers_at, tries = excluded.tries
                        """)
                .param("link", uuid(link))
                .param("request", open.id())
                .param("until", open.answersAt().atOffset(ZoneOffset.UTC))
                .param("tries", open.tries())
                .update();
        return true;
    }

    /** The one that a link has open; empty: none. */
    Optional<WithoutBrowser.Open> open(OperationId link) {
        return jdbc.sql("select * from linking.deposit_notices where link = :link and tries > 0")
                .param("link", uuid(link))
                .query((row, _) -> open(row))
                .optional()
                .filter(open -> clock.instant().isBefore(open.answersAt()));
    }

    /** Hands the bank a code. */
    WithoutBrowser.Took enter(SupportedBank bank, OperationId link, WithoutBrowser.Open open, String code) {
        if (banks == null) {
            return new WithoutBrowser.Took.Unknown();
        }
        var took = banks.enterNotice(bank, open, code);
        switch (took) {
            case WithoutBrowser.Took.Waiting(var tries) -> left(link, tries);
            case WithoutBrowser.Took.Over() -> left(link, 0);
            case WithoutBrowser.Took.Unknown() -> {}
        }
        return took;
    }

    private void left(OperationId link, int tries) {
        jdbc.sql("update linking.deposit_notices set tries = :tries where link = :link")
                .param("tries", tries)
                .param("link", uuid(link))
                .update();
    }

    private static WithoutBrowser.Open open(ResultSet row) throws SQLException {
        return new WithoutBrowser.Open(
                row.getString("bank_request"),
                row.getObject("answers_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"));
    }

    private static UUID uuid(OperationId link) {
        return new UUID(link.high(), link.low());
    }
}
