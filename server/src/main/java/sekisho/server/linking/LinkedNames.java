package sekisho.server.linking;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.OperationId;
import sekisho.server.pages.Language;

/** What linked accounts are called, as their banks showed them: masked. Any thread. */
public final class LinkedNames {
    private final JdbcClient jdbc;

    LinkedNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The masked account behind a link; empty: nobody said. */
    public Optional<String> shown(OperationId link, Language language) {
        String column = language == Language.JA ? "shown_ja" : "shown_en";
        return jdbc.sql("select " + column + " from linking.accounts where link = :link")
                .param("link", new UUID(link.high(), link.low()))
                .query(String.class)
                .optional();
    }
}
