package sekisho.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.formats.matching.Attribute;
import sekisho.identity.Evidence;
import sekisho.identity.Octets;
import sekisho.identity.Source;
import sekisho.protocol.EvidenceKind;
import sekisho.server.people.PersonId;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Token;
import sekisho.server.vault.Vault;

/** Evidence about people, in the schema {@code identity}. Rows are only added. Any thread. */
public final class Evidences {
    private static final String COUNTING = """
            select e.id, e.kind, e.issuer, e.taken_at, e.valid_until,
                (select coalesce(string_agg(a.attribute || '=' || a.source, ' '), '')
                 from identity.attributes a where a.evidence = e.id) as sources
            from identity.evidence e
            where e.person = :person and e.valid_until > :now and (e.kind <> 'DEMONSTRATION' or :demonstration)
            order by e.taken_at desc, e.id
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final InstantSource clock;
    private final boolean demonstration;

    /**
     * The evidence in a database.
     *
     * @param demonstration whether a made-up authority is trusted here: evidence of that kind counts nowhere else
     */
    Evidences(JdbcClient jdbc, Vault vault, InstantSource clock, boolean demonstration) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    /**
     * Keeps what was checked. The caller has a transaction, and knows whose it is.
     *
     * @param proof SHA-256 of the whole proof, for the audit
     */
    KeptEvidence keep(PersonId person, Evidence evidence, Octets proof) {
        var kept = of(UUID.randomUUID(), evidence);
        jdbc.sql("""
                        insert into identity.evidence (id, person, kind, issuer, taken_at, valid_until, proof)
                        values (:id, :person, :kind, :issuer, :at, :until, :proof)
                        """)
                .param("id", kept.id())
                .param("person", person.value())
                .param("kind", kept.kind().name())
                .param("issuer", kept.issuer())
                .param("at", kept.verifiedAt().atOffset(ZoneOffset.UTC))
                .param("until", kept.until().atOffset(ZoneOffset.UTC))
                .param("proof", proof.toArray())
                .update();
        evidence.attributes()
                .forEach(verified -> jdbc.sql("""
                        insert into identity.attributes (evidence, attribute, token, source)
                        values (:id, :attribute, :token, :source)
                        """)
                        .param("id", kept.id())
                        .param("attribute", verified.attribute().name())
                        .param(
                                "token",
                                vault.token(kind(verified.attribute()), verified.value())
                                        .value())
                        .param("source", verified.source().name())
                        .update());
        return kept;
    }

    private static KeptEvidence of(UUID id, Evidence evidence) {
        var sources = new EnumMap<Attribute, Source>(Attribute.class);
        evidence.attributes().forEach(verified -> sources.put(verified.attribute(), verified.source()));
        return new KeptEvidence(
                id, EngineKind.of(evidence), evidence.issuer(), sources, evidence.verifiedAt(), evidence.validUntil());
    }

    /** What counts now, newest first. */
    public List<KeptEvidence> of(PersonId person) {
        return jdbc.sql(COUNTING)
                .param("person", person.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("demonstration", demonstration)
                .query((row, _) -> kept(row))
                .list();
    }

    /** What evidence that counts says, the newest first; what somebody typed is never among it. */
    public Map<Attribute, String> attributes(PersonId person) {
        var found = new EnumMap<Attribute, String>(Attribute.class);
        for (KeptEvidence evidence : of(person)) {
            jdbc.sql("select attribute, token from identity.attributes where evidence = :id and source <> 'TYPED'")
                    .param("id", evidence.id())
                    .query((row, _) ->
                            Map.entry(Attribute.valueOf(row.getString(1)), new Token(row.getObject(2, UUID.class))))
                    .list()
                    .forEach(entry ->
                            vault.value(entry.getValue()).ifPresent(value -> found.putIfAbsent(entry.getKey(), value)));
        }
        return found;
    }

    private static KeptEvidence kept(ResultSet row) throws SQLException {
        var sources = new EnumMap<Attribute, Source>(Attribute.class);
        for (String pair : row.getString("sources").split(" ", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                sources.put(Attribute.valueOf(pair.substring(0, equals)), Source.valueOf(pair.substring(equals + 1)));
            }
        }
        return new KeptEvidence(
                row.getObject("id", UUID.class),
                EvidenceKind.valueOf(row.getString("kind")),
                row.getString("issuer"),
                sources,
                time(row, "taken_at"),
                time(row, "valid_until"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Kind kind(Attribute attribute) {
        return switch (attribute) {
            case NAME_KANJI, NAME_KANA, NAME_LATIN -> Kind.NAME;
            case BIRTH_DATE -> Kind.BIRTH_DATE;
            case ADDRESS -> Kind.ADDRESS;
            case PHONE -> Kind.PHONE;
        };
    }
}
