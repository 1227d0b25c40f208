package sekisho.server.linking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.redirect.StatementTerms;
import sekisho.formats.matching.Attribute;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.RequestId;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;
import sekisho.server.people.PersonId;

/** Tries to link accounts, in the schema {@code linking}. Any thread. */
final class Attempts {
    private final JdbcClient jdbc;
    private final SupportedBanks banks;
    private final InstantSource clock;

    Attempts(JdbcClient jdbc, SupportedBanks banks, InstantSource clock) {
        this.jdbc = jdbc;
        this.banks = banks;
        this.clock = clock;
    }

    /** Keeps a try. The same request again replaces what was sent, as long as no answer has come; false: one has. */
    boolean keep(Attempt attempt) {
        var sent = attempt.sent();
        return jdbc.sql("""
                                insert into linking.attempts (reference, person, wallet, bank, purpose, request_id,
                                    salt, binding, nonce, digest, asked, matching_number, state, made_at, expires_at, session,
                                    engine_nonce)
                                values (:reference, :person, :wallet, :bank, 'link', :request, :salt, :binding, :nonce,
                                    :digest, :asked, :number, 'at-the-bank', :now, :until, :session, :engineNonce)
                                on conflict (request_id) do update set reference = excluded.reference, salt = excluded.salt,
                                    binding = excluded.binding, nonce = excluded.nonce, digest = excluded.digest,
                                    asked = excluded.asked, matching_number = excluded.matching_number,
                                    expires_at = excluded.expires_at
                                where linking.attempts.state = 'at-the-bank' and linking.attempts.person = excluded.person
                                """)
                        .param("reference", attempt.reference())
                        .param("person", attempt.person().value())
                        .param("wallet", attempt.terms().wallet().value())
                        .param("bank", attempt.bank().bank().code())
                        .param("session", uuid(attempt.terms().session()))
                        .param("engineNonce", uuid(attempt.terms().nonce()))
                        .param(
                                "request",
                                new UUID(
                                        attempt.request().high(),
                                        attempt.request().low()))
                        .param("salt", HexFormat.of().parseHex(attempt.salt().hex()))
                        .param("binding", sent.binding())
                        .param("nonce", sent.nonce())
                        .param("digest", sent.digest())
                        .param("asked", sent.asked().stream().map(Enum::name).collect(Collectors.joining(" ")))
                        .param("number", attempt.matchingNumber())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("until", sent.expiresAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The try that has this nonce, whosever it is: its binding says who may go on with it. */
    Optional<Attempt> find(String nonce) {
        // Read before: while a row is read, its connection is held, and whoever wants another may wait for it for ever.
        var known = banks.all().stream().collect(Collectors.toMap(SupportedBank::bank, Function.identity()));
        return jdbc.sql("""
                        select a.*, p.token as human from linking.attempts a
                        join identity.persons p on p.person = a.person
                        where a.nonce = :nonce and a.session is not null
                        """)
                .param("nonce", nonce)
                .query((row, _) ->
                        attempt(row, Objects.requireNonNull(known.get(new BankId(row.getInt("bank"))), "a bank")))
                .optional();
    }

    /** The try of a person that has this nonce. */
    Optional<Attempt> find(String nonce, PersonId person) {
        return find(nonce).filter(attempt -> attempt.person().equals(person));
    }

    /** The answer came; false: one came before. */
    boolean answered(Attempt attempt, String result) {
        return jdbc.sql("""
                                update linking.attempts set state = 'answered', result = :result, answered_at = :now
                                where nonce = :nonce and state = 'at-the-bank'
                                """)
                        .param("result", result)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("nonce", attempt.sent().nonce())
                        .update()
                == 1;
    }

    private static Attempt attempt(ResultSet row, SupportedBank bank) throws SQLException {
        UUID reference = row.getObject("reference", UUID.class);
        UUID request = row.getObject("request_id", UUID.class);
        var sent = new BankRedirect.Sent(
                bank.issuer(),
                reference,
                row.getString("binding"),
                row.getString("nonce"),
                row.getString("digest"),
                Arrays.stream(row.getString("asked").split(" "))
                        .filter(word -> !word.isEmpty())
                        .map(Attribute::valueOf)
                        .collect(Collectors.toSet()),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
        var id = new RequestId(request.getMostSignificantBits(), request.getLeastSignificantBits());
        var terms = new StatementTerms(
                BookId.FIRST,
                bank.bank(),
                bank.statementKey(),
                new WalletId(row.getLong("wallet")),
                token(row.getObject("human", UUID.class)),
                Checkpoint.link(id),
                token(row.getObject("session", UUID.class)),
                token(row.getObject("engine_nonce", UUID.class)));
        return new Attempt(
                reference,
                new PersonId(row.getObject("person", UUID.class)),
                bank,
                id,
                new Salt(HexFormat.of().formatHex(row.getBytes("salt"))),
                terms,
                sent,
                row.getInt("matching_number"),
                row.getString("state").equals("at-the-bank"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private static UUID uuid(Token token) {
        return new UUID(token.high(), token.low());
    }

    private static Token token(UUID id) {
        return new Token(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }
}
