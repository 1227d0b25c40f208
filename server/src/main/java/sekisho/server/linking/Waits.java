package sekisho.server.linking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.RequestId;
import sekisho.server.people.PersonId;

/** Requests that wait at banks, in the schema {@code linking}: what their tries need besides. No account is in it. Any thread. */
final class Waits {
    private final JdbcClient jdbc;

    Waits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A try's request that waits, by the try's nonce. */
    record Wait(String nonce, UUID reference, WithoutBrowser.Open open) {}

    /** Keeps that a try waits. */
    void keep(UUID reference, WithoutBrowser.Open open) {
        jdbc.sql("""
                        insert into linking.open_requests (reference, bank_request, answers_at, tries)
                        values (:reference, :request, :until, :tries) on conflict (reference) do nothing
                        """)
                .param("reference", reference)
                .param("request", open.id())
                .param("until", open.answersAt().atOffset(ZoneOffset.UTC))
                .param("tries", open.tries())
                .update();
    }

    /** The wait of a person's try. */
    Optional<Wait> find(UUID reference, PersonId person) {
        return jdbc.sql("""
                        select a.nonce, o.* from linking.open_requests o
                        join linking.attempts a on a.reference = o.reference
                        where o.reference = :reference and a.person = :person
                        """)
                .param("reference", reference)
                .param("person", person.value())
                .query((row, _) -> wait(row))
                .optional();
    }

    /** The wait of a request to the engine, if one was begun before. */
    Optional<UUID> of(RequestId request, PersonId person) {
        return jdbc.sql("""
                        select o.reference from linking.open_requests o
                        join linking.attempts a on a.reference = o.reference
                        where a.request_id = :request and a.person = :person
                        """)
                .param("request", new UUID(request.high(), request.low()))
                .param("person", person.value())
                .query(UUID.class)
                .optional();
    }

    /** Fewer tries are left. */
    void left(UUID reference, int tries) {
        jdbc.sql("update linking.open_requests set tries = :tries where reference = :reference and tries > :tries")
                .param("tries", tries)
                .param("reference", reference)
                .update();
    }

    private static Wait wait(ResultSet row) throws SQLException {
        return new Wait(
                row.getString("nonce"),
                row.getObject("reference", UUID.class),
                new WithoutBrowser.Open(
                        row.getString("bank_request"),
                        row.getObject("answers_at", OffsetDateTime.class).toInstant(),
                        row.getInt("tries")));
    }
}
