package sekisho.server.door;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.redirect.DoorTerms;
import sekisho.bank.redirect.OpaqueId;
import sekisho.bank.redirect.SentDoorRequest;
import sekisho.bank.redirect.SentRequest;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.LockStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Token;

/** Visits, in the schema {@code door}; forgotten after 90 days. Any thread. */
final class DoorVisits {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int FORGOTTEN_AT_ONCE = 20;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    DoorVisits(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a visit, before its browser leaves for the bank; forgets some old ones. */
    void keep(DoorVisit visit) {
        SentRequest sent = visit.sent().sent();
        DoorTerms terms = visit.sent().terms();
        jdbc.sql("""
                        insert into door.visits (nonce, visit, bank, purpose, salt, binding, reference, digest, session,
                            engine_nonce, made_at, expires_at)
                        values (:nonce, :visit, :bank, :purpose, :salt, :binding, :reference, :digest, :session,
                            :engine, :now, :until)
                        """)
                .param("nonce", visit.nonce())
                .param("visit", new UUID(terms.visit().high(), terms.visit().low()))
                .param("bank", terms.bank().code())
                .param("purpose", visit.errand().word())
                .param("salt", HexFormat.of().parseHex(visit.binding().salt()))
                .param("binding", sent.binding())
                .param("reference", uuid(sent.reference().hex()))
                .param("digest", sent.digest())
                .param("session", uuid(terms.session()))
                .param("engine", uuid(terms.nonce()))
                .param("now", now())
                .param("until", at(sent.expiresAt()))
                .update();
        jdbc.sql("""
                        delete from door.visits where nonce in (select nonce from door.visits
                            where made_at < :long_ago order by made_at limit :some)
                        """)
                .param("long_ago", now().minus(KEPT))
                .param("some", FORGOTTEN_AT_ONCE)
                .update();
    }

    /**
     * The visit with a nonce.
     *
     * @param issuer ours
     * @param banks their issuers, and the numbers of the keys with which they sign for us
     */
    Optional<DoorVisit> find(String nonce, URI issuer, Banks banks) {
        return jdbc.sql("select * from door.visits where nonce = :nonce")
                .param("nonce", nonce)
                .query((row, _) -> visit(row, issuer, banks))
                .optional();
    }

    /** What is known of banks. */
    interface Banks {
        URI issuer(BankId bank);

        int key(BankId bank);
    }

    /** Takes the bank's answer for used; false: it was, or it is too late. */
    boolean take(DoorVisit visit) {
        return jdbc.sql("""
                                update door.visits set answered_at = :now, became = 'no'
                                where nonce = :nonce and became is null and expires_at + interval '5 minutes' > :now
                                """).param("nonce", visit.nonce()).param("now", now()).update() == 1;
    }

    /** What became of a visit whose answer was taken. */
    void became(DoorVisit visit, DoorVisit.Answered answer) {
        @Nullable Token account = answer.account();
        @Nullable LockStatus lock = answer.lock();
        @Nullable Instant until = answer.until();
        jdbc.sql("""
                        update door.visits set became = :became, account = :account, lock_status = :lock, until_at = :until
                        where nonce = :nonce
                        """)
                .param("nonce", visit.nonce())
                .param("became", answer.became().word())
                .param("account", account == null ? null : uuid(account), java.sql.Types.OTHER)
                .param("lock", lock == null ? null : lock.code(), java.sql.Types.SMALLINT)
                .param("until", until == null ? null : at(until), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Proofs of accounts that led to something, newest first. */
    List<DoorClaims.Claim> claims(int limit) {
        return jdbc.sql("""
                        select bank, account, purpose, became, until_at, answered_at from door.visits
                        where account is not null and became <> 'no' order by answered_at desc limit :limit
                        """)
                .param("limit", limit)
                .query((row, _) -> new DoorClaims.Claim(
                        new BankId(row.getInt("bank")),
                        token(row, "account"),
                        row.getString("purpose"),
                        row.getString("became"),
                        Optional.ofNullable(row.getObject("until_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static DoorVisit visit(ResultSet row, URI issuer, Banks banks) throws SQLException {
        var bank = new BankId(row.getInt("bank"));
        Errand errand = Errand.of(row.getString("purpose")).orElseThrow();
        UUID visit = row.getObject("visit", UUID.class);
        var sent = new SentRequest(
                issuer,
                banks.issuer(bank),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                new OpaqueId(row.getString("nonce")),
                errand.purpose(),
                new OpaqueId(row.getObject("reference", UUID.class).toString().replace("-", "")),
                row.getString("binding"),
                Set.of(),
                row.getString("digest"));
        var terms = new DoorTerms(
                BookId.FIRST,
                bank,
                banks.key(bank),
                new OperationId(visit.getMostSignificantBits(), visit.getLeastSignificantBits()),
                token(row, "session"),
                token(row, "engine_nonce"));
        return new DoorVisit(
                errand,
                new BrowserBinding(HexFormat.of().formatHex(row.getBytes("salt"))),
                new SentDoorRequest(sent, terms),
                answered(row));
    }

    private static DoorVisit.@Nullable Answered answered(ResultSet row) throws SQLException {
        @Nullable String became = row.getString("became");
        if (became == null) {
            return null;
        }
        @Nullable OffsetDateTime until = row.getObject("until_at", OffsetDateTime.class);
        @Nullable Integer lock = row.getObject("lock_status", Integer.class);
        return new DoorVisit.Answered(
                Became.of(became),
                row.getObject("account", UUID.class) == null ? null : token(row, "account"),
                lock == null ? null : LockStatus.of(lock),
                until == null ? null : until.toInstant(),
                row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }

    private static Token token(ResultSet row, String column) throws SQLException {
        UUID value = row.getObject(column, UUID.class);
        return new Token(value.getMostSignificantBits(), value.getLeastSignificantBits());
    }

    private static UUID uuid(Token token) {
        return new UUID(token.high(), token.low());
    }

    private static UUID uuid(String hex) {
        return new UUID(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
