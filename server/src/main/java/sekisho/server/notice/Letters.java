package sekisho.server.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.server.pages.Language;
import sekisho.server.pages.Words;
import sekisho.server.people.Contacts;
import sekisho.server.people.Contacts.Contact;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Token;

/** Mails and text messages. Any thread. */
public final class Letters {
    /** After that a notice would frighten more than it helps. */
    private static final Duration NOTICE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Letters(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes to a contact. A mail is the texts {@code letter.<kind>.subject} and {@code letter.<kind>.body}, a text message {@code
     * letter.<kind>.text}.
     */
    public void write(Contact to, Language language, String kind) {
        write(to, Words.in(language), kind, NOTICE);
    }

    /** Sends a code that proves a contact. Once it has expired it is not sent any more. */
    public void code(Contact to, Language language, String code) {
        write(to, Words.in(language), "contact-code", Contacts.CODE_VALID, code);
    }

    private void write(Contact to, Words words, String kind, Duration useful, Object... with) {
        boolean mail = to.kind() == Kind.MAIL;
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into notice.letters (id, channel, recipient, subject, body, made_at, until_at)
                        values (:id, :channel, :to, :subject, :body, :now, :until)
                        """)
                .param("id", UUID.randomUUID())
                .param("channel", mail ? Letter.MAIL : Letter.TEXT)
                .param("to", to.token().value())
                .param("subject", mail ? words.say("letter." + kind + ".subject", with) : "")
                .param("body", words.say("letter." + kind + (mail ? ".body" : ".text"), with))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(useful).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Newest first. */
    public List<Letter> newest(int atMost) {
        return jdbc.sql("select * from notice.letters order by made_at desc, id limit :most")
                .param("most", atMost)
                .query((row, _) -> letter(row))
                .list();
    }

    static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getObject("id", UUID.class),
                row.getString("channel"),
                new Token(row.getObject("recipient", UUID.class)),
                row.getString("subject"),
                row.getString("body"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
