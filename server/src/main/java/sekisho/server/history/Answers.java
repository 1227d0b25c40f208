package sekisho.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.ClientId;
import sekisho.protocol.OutcomeKind;
import sekisho.protocol.RequestId;
import sekisho.protocol.RequestKey;
import sekisho.protocol.StreamEntry;

/**
 * What requests were answered, for ever. A request that is not here and whose id is over 15 minutes old was never
 * executed and never will be, once the projection has passed that time. Refusals that the engine does not remember
 * (codes 1 to 10) are not here, because the request can still be executed. Any thread.
 */
public final class Answers {
    private static final String COLUMNS = "position, request_index, kind, currency, first, second, answered_at";

    private final JdbcClient jdbc;

    public Answers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The answer to a client's request. */
    public Optional<RecordedAnswer> find(ClientId client, RequestId id) {
        return jdbc.sql("select " + COLUMNS + """
                         from projection.answers
                        where client = :client and request_id = :id
                        order by position desc, request_index desc limit 1
                        """)
                .param("client", client.value())
                .param("id", new UUID(id.high(), id.low()))
                .query((row, _) -> answer(client, id, row))
                .optional();
    }

    /** The answer to an entry of a client's stream. */
    public Optional<RecordedAnswer> find(ClientId client, long stream, long sequence) {
        return jdbc.sql("select " + COLUMNS + """
                         from projection.stream_answers
                        where client = :client and stream = :stream and sequence = :sequence
                        order by position desc limit 1
                        """)
                .param("client", client.value())
                .param("stream", stream)
                .param("sequence", sequence)
                .query((row, _) -> answer(client, new StreamEntry(stream, sequence, 0), row))
                .optional();
    }

    /** The last entry of a client's stream that was answered; 0: none. */
    public long lastOfStream(ClientId client, long stream) {
        return jdbc.sql("""
                        select coalesce(max(sequence), 0) from projection.stream_answers
                        where client = :client and stream = :stream
                        """)
                .param("client", client.value())
                .param("stream", stream)
                .query(Long.class)
                .single();
    }

    private static RecordedAnswer answer(ClientId client, RequestKey key, ResultSet row) throws SQLException {
        var outcome = OutcomeKind.ofCode(row.getInt("kind"))
                .outcome(Columns.currency(row, "currency"), row.getLong("first"), row.getLong("second"));
        return new RecordedAnswer(
                client,
                key,
                outcome,
                row.getLong("position"),
                row.getInt("request_index"),
                Columns.instant(row, "answered_at"));
    }
}
