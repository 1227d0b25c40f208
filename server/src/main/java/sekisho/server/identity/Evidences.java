package sekisho.server.identity;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import sekisho.server.people.PersonId;
import sekisho.server.vault.Token;
import sekisho.server.vault.Vault;

/** Evidence about people, in the schema {@code identity}. Rows are only added. Any thread. */
public final class Evidences {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Vault vault;
    private final InstantSource clock;
    private final boolean demonstration;

    /**
     * @param demonstration whether evidence of kind {@link EvidenceKind#DEMONSTRATION} counts
     */
    Evidences(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Vault vault,
            InstantSource clock,
            boolean demonstration) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.vault = vault;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    /** Whether evidence of a kind counts on this server. */
    public boolean counts(EvidenceKind kind) {
        return switch (kind) {
            case DEMONSTRATION -> demonstration;
        };
    }

    /** Adds evidence. @throws IllegalStateException if its kind does not count here */
    public void add(PersonId person, EvidenceKind kind, String source, Map<Attribute, String> attributes) {
        if (!counts(kind)) {
            throw new IllegalStateException("evidence of kind " + kind + " does not count on this server");
        }
        transactions.executeWithoutResult(_ -> insert(person, kind, source, attributes));
    }

    private void insert(PersonId person, EvidenceKind kind, String source, Map<Attribute, String> attributes) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into identity.evidence (id, person, kind, source, taken_at)
                        values (:id, :person, :kind, :source, :now)
                        """)
                .param("id", id)
                .param("person", person.value())
                .param("kind", kind.name())
                .param("source", source)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        attributes.forEach((attribute, value) -> jdbc.sql(
                        "insert into identity.attributes (evidence, attribute, token) values (:id, :attribute, :token)")
                .param("id", id)
                .param("attribute", attribute.name())
                .param("token", vault.token(attribute.kind(), value).value())
                .update());
    }

    /** What counts now, newest first. */
    public List<Evidence> of(PersonId person) {
        return jdbc
                .sql("""
                        select id, kind, source, taken_at, valid_until from identity.evidence
                        where person = :person and (valid_until is null or valid_until > :now)
                        order by taken_at desc, id
                        """)
                .param("person", person.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> {
                    var until = row.getObject("valid_until", OffsetDateTime.class);
                    return new Evidence(
                            row.getObject("id", UUID.class),
                            EvidenceKind.valueOf(row.getString("kind")),
                            row.getString("source"),
                            row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                            until == null ? null : until.toInstant());
                })
                .list()
                .stream()
                .filter(evidence -> counts(evidence.kind()))
                .toList();
    }

    /** What the newest evidence that counts says. */
    public Map<Attribute, String> attributes(PersonId person) {
        var found = new EnumMap<Attribute, String>(Attribute.class);
        for (Evidence evidence : of(person)) {
            jdbc.sql("select attribute, token from identity.attributes where evidence = :id")
                    .param("id", evidence.id())
                    .query((row, _) ->
                            Map.entry(Attribute.valueOf(row.getString(1)), new Token(row.getObject(2, UUID.class))))
                    .list()
                    .forEach(entry ->
                            vault.value(entry.getValue()).ifPresent(value -> found.putIfAbsent(entry.getKey(), value)));
        }
        return found;
    }
}
