package sekisho.server.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Token;
import sekisho.server.vault.Vault;
import sekisho.server.vault.VaultKeys;

/** How people are reached. A code proves that a contact is theirs: six digits, ten minutes, five tries. Any thread. */
public final class Contacts {
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[A-Za-z0-9.-]{1,180}\\.[A-Za-z]{2,24}");
    private static final Duration VALID = Duration.ofMinutes(10);
    private static final int MOST_TRIES = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final VaultKeys keys;
    private final InstantSource clock;

    public Contacts(JdbcClient jdbc, Vault vault, VaultKeys keys, InstantSource clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A mail address of a person.
     *
     * @param provedAt null: not proved
     */
    public record Contact(
            UUID id, Token token, Instant addedAt, @Nullable Instant provedAt) {}

    /** A mail address as it is kept; empty: this is none. */
    public static Optional<String> mail(String text) {
        String bare = text.strip();
        if (!MAIL.matcher(bare).matches()) {
            return Optional.empty();
        }
        int at = bare.lastIndexOf('@');
        return Optional.of(bare.substring(0, at) + bare.substring(at).toLowerCase(Locale.ROOT));
    }

    /** A mail address that a person says is theirs. */
    public UUID add(PersonId person, Token mail) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into people.contacts (id, person, kind, token, added_at)
                        values (:id, :person, :kind, :token, :now)
                        """)
                .param("id", id)
                .param("person", person.value())
                .param("kind", Kind.MAIL.name())
                .param("token", mail.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** Oldest first. */
    public List<Contact> of(PersonId person) {
        return jdbc.sql("""
                        select id, token, added_at, proved_at from people.contacts where person = :person
                        order by added_at, id
                        """)
                .param("person", person.value())
                .query((row, _) -> new Contact(
                        row.getObject("id", UUID.class),
                        new Token(row.getObject("token", UUID.class)),
                        People.Times.instant(row, "added_at"),
                        People.Times.orNull(row, "proved_at")))
                .list();
    }

    public boolean anyProved(PersonId person) {
        return of(person).stream().anyMatch(contact -> contact.provedAt() != null);
    }

    /** The address itself. */
    public String address(Contact contact) {
        return vault.value(contact.token()).orElse("");
    }

    /** A new code for a contact; an older one is worth nothing any more. */
    public String newCode(Contact contact) {
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
        jdbc.sql("update people.contacts set code_hash = :hash, code_until = :until, code_tries = 0 where id = :id")
                .param("hash", hash(contact.id(), code))
                .param("until", clock.instant().plus(VALID).atOffset(ZoneOffset.UTC))
                .param("id", contact.id())
                .update();
        return code;
    }

    /** Whether this is the code of a contact, which is proved then. Each call is a try. */
    public boolean prove(Contact contact, String code) {
        byte[] kept = jdbc.sql("""
                        update people.contacts set code_tries = code_tries + 1
                        where id = :id and code_until > :now and code_tries < :most returning code_hash
                        """)
                .param("id", contact.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", MOST_TRIES)
                .query((row, _) -> row.getBytes(1))
                .optional()
                .orElse(new byte[0]);
        if (!MessageDigest.isEqual(kept, hash(contact.id(), code.strip()))) {
            return false;
        }
        return jdbc.sql(
                                "update people.contacts set proved_at = :now, code_hash = null, code_until = null where id = :id")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", contact.id())
                        .update()
                == 1;
    }

    private byte[] hash(UUID contact, String code) {
        return keys.hash("contact code", (contact + " " + code).getBytes(StandardCharsets.UTF_8));
    }
}
