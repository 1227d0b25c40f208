package sekisho.server.shop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.formats.jpqr.CustomerCode;
import sekisho.protocol.MerchantId;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestId;
import sekisho.protocol.WalletId;
import sekisho.server.engine.ServerClients;
import sekisho.server.people.PersonId;

/**
 * Numbers that customers show at tills. Each is bound to a wallet, good for {@link #VALID}, for one payment up to an amount. Only a
 * hash of it is kept. Any thread.
 */
public final class CustomerCodes {
    /** How long a number is good. */
    public static final Duration VALID = Duration.ofMinutes(3);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final InstantSource clock;

    CustomerCodes(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new number, which nobody learns again. */
    public record Issued(UUID id, CustomerCode code, Instant expiresAt) {}

    /**
     * What became of a number.
     *
     * @param operation what the payment is called, if there is one
     * @param refused there is none, for good
     */
    public record Fate(MerchantId merchant, OperationId operation, boolean refused) {}

    /** Who is to pay by a number that a till took. */
    record Taken(UUID id, PersonId person, WalletId wallet) {}

    /** Makes a number for payments of 1 yen up to {@code most}. */
    public Issued issue(PersonId person, WalletId wallet, long most) {
        CustomerCode code = CustomerCode.next(RANDOM);
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Instant until = now.plus(VALID);
        jdbc.sql("""
                        insert into shop.customer_codes (id, number_hash, person, wallet, most, made_at, expires_at)
                        values (:id, :hash, :person, :wallet, :most, :now, :until)
                        """)
                .param("id", id)
                .param("hash", hash(code))
                .param("person", person.value())
                .param("wallet", wallet.value())
                .param("most", most)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
        return new Issued(id, code, until);
    }

    /** What became of the number of a person that a till took last, since a time; empty: none was taken. */
    public Optional<Fate> taken(PersonId person, Instant since) {
        return jdbc.sql("""
                        select merchant, request, refused from shop.customer_codes
                        where person = :person and taken_at >= :since order by taken_at desc limit 1
                        """)
                .param("person", person.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> fate(row))
                .optional();
    }

    /**
     * Takes a number for one request of one shop, and spends it, whatever comes of the request. The same request may take it again.
     *
     * @return empty: unknown, spent, too old, or not for so much; nobody learns which
     */
    Optional<Taken> take(CustomerCode code, MerchantId merchant, RequestId request, long yen) {
        return jdbc.sql("""
                        update shop.customer_codes set merchant = :merchant, request = :request,
                            taken_at = coalesce(taken_at, :now)
                        where number_hash = :hash and most >= :yen
                          and ((request is null and expires_at > :now) or (request = :request and merchant = :merchant))
                        returning id, person, wallet
                        """)
                .param("merchant", merchant.value())
                .param("request", new UUID(request.high(), request.low()))
                .param("hash", hash(code))
                .param("yen", yen)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Taken(
                        row.getObject("id", UUID.class),
                        new PersonId(row.getObject("person", UUID.class)),
                        new WalletId(row.getLong("wallet"))))
                .optional();
    }

    /** The payment was not made. */
    void refused(Taken taken) {
        jdbc.sql("update shop.customer_codes set refused = true where id = :id")
                .param("id", taken.id())
                .update();
    }

    private static byte[] hash(CustomerCode code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.number().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Fate fate(ResultSet row) throws SQLException {
        UUID request = row.getObject("request", UUID.class);
        var id = new RequestId(request.getMostSignificantBits(), request.getLeastSignificantBits());
        return new Fate(
                new MerchantId(row.getLong("merchant")),
                OperationId.of(ServerClients.SERVER, id, 0),
                row.getBoolean("refused"));
    }
}
