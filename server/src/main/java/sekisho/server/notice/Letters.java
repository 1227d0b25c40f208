package sekisho.server.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.server.pages.Language;
import sekisho.server.pages.Words;
import sekisho.server.vault.Token;

/** Mails. Any thread. */
public final class Letters {
    private static final String MAIL = "mail";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Letters(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes a mail: the texts {@code letter.<kind>.subject} and {@code letter.<kind>.body}. */
    public void mail(Token to, Language language, String kind, Object... with) {
        Words words = Words.in(language);
        jdbc.sql("""
                        insert into notice.letters (id, channel, recipient, subject, body, made_at)
                        values (:id, :channel, :to, :subject, :body, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("channel", MAIL)
                .param("to", to.value())
                .param("subject", words.say("letter." + kind + ".subject", with))
                .param("body", words.say("letter." + kind + ".body", with))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Newest first. */
    public List<Letter> newest(int atMost) {
        return jdbc.sql("select * from notice.letters order by made_at desc, id limit :most")
                .param("most", atMost)
                .query((row, _) -> letter(row))
                .list();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getObject("id", UUID.class),
                row.getString("channel"),
                new Token(row.getObject("recipient", UUID.class)),
                row.getString("subject"),
                row.getString("body"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
