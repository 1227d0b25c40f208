package sekisho.server.console;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.Member;
import sekisho.protocol.Token;
import sekisho.server.ServerSettings;
import sekisho.server.founding.Books;
import sekisho.server.founding.Founding;
import sekisho.server.passkey.EngineKey;

/**
 * Which passkeys of staff the engine of a founded book knows. In the demo world the two founders, who are files, enrol whoever makes
 * one; elsewhere two members of staff do. Any thread.
 */
final class Enrolments {
    private static final String TOKEN = "substring(sha256(id) from 1 for 16)";

    private final JdbcClient jdbc;
    private final StaffPasskeys passkeys;
    private final Books books;
    private final Founding founding;
    private final ServerSettings settings;
    private final InstantSource clock;

    Enrolments(
            JdbcClient jdbc,
            StaffPasskeys passkeys,
            Books books,
            Founding founding,
            ServerSettings settings,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.passkeys = passkeys;
        this.books = books;
        this.founding = founding;
        this.settings = settings;
        this.clock = clock;
    }

    /** Passkeys of a member that the engine does not know; none in a book that is not founded. */
    List<Member> missing(StaffMember member) {
        if (!books.founded()) {
            return List.of();
        }
        List<Token> known = enrolled(member);
        long number = number(member);
        return passkeys.forEngine(member).stream()
                .filter(key -> !known.contains(key.credential()))
                .map(key -> new Member(number, key.credential(), key.key()))
                .toList();
    }

    /** Has the founders of the demo world enrol what is missing; false: two people have to. */
    boolean byFounders(StaffMember member) {
        if (!settings.demo()) {
            return false;
        }
        for (Member missing : missing(member)) {
            founding.enrol(missing);
            note(missing.credential());
        }
        return true;
    }

    /** The engine knows a passkey now. */
    void note(Token credential) {
        jdbc.sql("update staff.credentials set enrolled_at = :now where enrolled_at is null and " + TOKEN + " = :token")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("token", bytes(credential))
                .update();
    }

    /** The engine knows a passkey no more: nobody signs in with it either, unless it is the last one of its owner. */
    void remove(Token credential) {
        jdbc.sql("delete from staff.credentials c where " + TOKEN + " = :token and exists (select 1 from"
                        + " staff.credentials o where o.person = c.person and o.id <> c.id)")
                .param("token", bytes(credential))
                .update();
    }

    /** Whether the engine of a founded book takes what a passkey of a member signs. */
    boolean knows(StaffMember member, Token credential) {
        return books.founded() && enrolled(member).contains(credential);
    }

    /** Whether a passkey is the member's. */
    boolean owns(StaffMember member, Token credential) {
        return passkeys.forEngine(member).stream().map(EngineKey::credential).anyMatch(credential::equals);
    }

    private List<Token> enrolled(StaffMember member) {
        return jdbc.sql("select " + TOKEN
                        + " from staff.credentials where person = :member and enrolled_at is not null")
                .param("member", member.id().value())
                .query((row, _) -> token(row.getBytes(1)))
                .list();
    }

    private long number(StaffMember member) {
        return jdbc.sql("select number from staff.members where id = :member")
                .param("member", member.id().value())
                .query(Long.class)
                .single();
    }

    private static Token token(byte[] bytes) {
        ByteBuffer both = ByteBuffer.wrap(bytes);
        return new Token(both.getLong(), both.getLong());
    }

    private static byte[] bytes(Token token) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(token.high())
                .putLong(token.low())
                .array();
    }
}
