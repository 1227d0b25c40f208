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

/**
 * How people are reached: mail addresses and telephone numbers. A code proves that a contact is theirs: six digits, ten minutes,
 * five tries. A contact that another has taken the place of is told what happens for {@link #STILL_TOLD} more: whoever took over an
 * account cannot silence its owner by changing the contact. Any thread.
 */
public final class Contacts {
    /** How long a contact is told after another has taken its place. */
    public static final Duration STILL_TOLD = Duration.ofDays(30);

    /** How long a code is good. */
    public static final Duration CODE_VALID = Duration.ofMinutes(10);

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[A-Za-z0-9.-]{1,180}\\.[A-Za-z]{2,24}");
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
     * A contact of a person.
     *
     * @param kind {@code MAIL} or {@code PHONE}
     * @param answeredAt when a passkey answered for adding it; null: none has, and it cannot be proved
     * @param provedAt null: not proved
     * @param replacedAt when another of its kind was proved; null: it is the one in use
     */
    public record Contact(
            UUID id,
            Kind kind,
            Token token,
            Instant addedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant provedAt,
            @Nullable Instant replacedAt) {

        /** Whether it is the one in use. */
        public boolean isCurrent() {
            return provedAt != null && replacedAt == null;
        }

        /** Whether it was added later, and is still to be proved. */
        public boolean isProposed() {
            return provedAt == null;
        }

        /** Until when it is told after another took its place; null: it is the one in use. */
        public @Nullable Instant toldUntil() {
            return replacedAt == null ? null : replacedAt.plus(STILL_TOLD);
        }
    }

    /** A mail address as it is kept; empty: this is none. */
    public static Optional<String> mail(String text) {
        String bare = text.strip();
        if (!MAIL.matcher(bare).matches()) {
            return Optional.empty();
        }
        int at = bare.lastIndexOf('@');
        return Optional.of(bare.substring(0, at) + bare.substring(at).toLowerCase(Locale.ROOT));
    }

    /** The first mail address of a person: it needs no passkey's answer, because there is nothing yet to protect. */
    public UUID add(PersonId person, Token mail) {
        return insert(person, Kind.MAIL, mail, clock.instant());
    }

    /** A contact that a person wants to have in the place of the one in use; others of its kind that were not proved are forgotten. */
    public void propose(PersonId person, Kind kind, Token contact) {
        jdbc.sql("delete from people.contacts where person = :person and kind = :kind and proved_at is null")
                .param("person", person.value())
                .param("kind", kind.name())
                .update();
        insert(person, kind, contact, null);
    }

    private UUID insert(PersonId person, Kind kind, Token token, @Nullable Instant answeredAt) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into people.contacts (id, person, kind, token, added_at, answered_at)
                        values (:id, :person, :kind, :token, :now, :answered)
                        """)
                .param("id", id)
                .param("person", person.value())
                .param("kind", kind.name())
                .param("token", token.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "answered",
                        answeredAt == null ? null : answeredAt.atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        return id;
    }

    /** A passkey has answered for adding this contact. */
    public void answered(Contact contact) {
        jdbc.sql("update people.contacts set answered_at = :now where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", contact.id())
                .update();
    }

    /** Oldest first. */
    public List<Contact> of(PersonId person) {
        return jdbc.sql("""
                        select id, kind, token, added_at, answered_at, proved_at, replaced_at from people.contacts
                        where person = :person order by added_at, id
                        """)
                .param("person", person.value())
                .query((row, _) -> new Contact(
                        row.getObject("id", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        new Token(row.getObject("token", UUID.class)),
                        People.Times.instant(row, "added_at"),
                        People.Times.orNull(row, "answered_at"),
                        People.Times.orNull(row, "proved_at"),
                        People.Times.orNull(row, "replaced_at")))
                .list();
    }

    /** Those that are told what happens: the ones in use, and those whose place was taken a short while ago. */
    public List<Contact> told(PersonId person) {
        List<Contact> all = of(person);
        Instant now = clock.instant();
        return all.stream()
                .filter(contact -> contact.isCurrent()
                        || (contact.toldUntil() != null
                                && contact.toldUntil().isAfter(now)
                                && all.stream()
                                        .noneMatch(other -> other.token().equals(contact.token())
                                                && other.addedAt().isAfter(contact.addedAt())
                                                && other.provedAt() != null)))
                .toList();
    }

    /** The one in use. */
    public Optional<Contact> current(PersonId person, Kind kind) {
        return of(person).stream()
                .filter(contact -> contact.kind() == kind && contact.isCurrent())
                .findFirst();
    }

    /** The one that is to be proved. */
    public Optional<Contact> proposed(PersonId person, Kind kind) {
        return of(person).stream()
                .filter(contact -> contact.kind() == kind && contact.isProposed())
                .findFirst();
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
                .param("until", clock.instant().plus(CODE_VALID).atOffset(ZoneOffset.UTC))
                .param("id", contact.id())
                .update();
        return code;
    }

    /**
     * Whether this is the code of a contact, which is proved then, and takes the place of the one of its kind that was in use. Each
     * call is a try.
     */
    public boolean prove(Contact contact, String code) {
        if (!isCode(contact, code)) {
            return false;
        }
        jdbc.sql("""
                        with proved as (
                            update people.contacts set proved_at = :now, code_hash = null, code_until = null
                            where id = :id returning id, person, kind)
                        update people.contacts old set replaced_at = :now from proved
                        where old.person = proved.person and old.kind = proved.kind and old.id <> proved.id
                          and old.proved_at is not null and old.replaced_at is null
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", contact.id())
                .update();
        return true;
    }

    private boolean isCode(Contact contact, String code) {
        byte[] kept = jdbc.sql("""
                        update people.contacts set code_tries = code_tries + 1
                        where id = :id and answered_at is not null and code_until > :now and code_tries < :most
                        returning code_hash
                        """)
                .param("id", contact.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", MOST_TRIES)
                .query((row, _) -> row.getBytes(1))
                .optional()
                .orElse(new byte[0]);
        return MessageDigest.isEqual(kept, hash(contact.id(), code.strip()));
    }

    /** Whether this is the code of a contact that is proved already; it stays as it is. Each call is a try, and a code is good once. */
    public boolean confirm(Contact contact, String code) {
        if (contact.provedAt() == null || !isCode(contact, code)) {
            return false;
        }
        jdbc.sql("update people.contacts set code_hash = null, code_until = null where id = :id")
                .param("id", contact.id())
                .update();
        return true;
    }

    private byte[] hash(UUID contact, String code) {
        return keys.hash("contact code", (contact + " " + code).getBytes(StandardCharsets.UTF_8));
    }
}
