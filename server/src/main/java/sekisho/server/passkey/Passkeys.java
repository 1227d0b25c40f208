package sekisho.server.passkey;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import sekisho.protocol.PublicKey;
import sekisho.server.people.PersonId;

/** The passkeys of everybody, in the schema {@code passkey}. To WebAuthn a person is the 16 bytes of the person's id. Any thread. */
public final class Passkeys implements UserCredentialRepository {
    private static final String OF_PEOPLE = "passkey.credentials";

    private final JdbcClient jdbc;
    private final String table;

    Passkeys(JdbcClient jdbc) {
        this(jdbc, OF_PEOPLE);
    }

    /**
     * Passkeys of others than people with wallets.
     *
     * @param table with the columns of {@code passkey.credentials}
     */
    public Passkeys(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    private JdbcClient.StatementSpec sql(String text) {
        return jdbc.sql(text.replace(OF_PEOPLE, table));
    }

    /** A person as WebAuthn names one. */
    static Bytes user(PersonId person) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .array());
    }

    static PersonId person(Bytes user) {
        var bytes = ByteBuffer.wrap(user.getBytes());
        return new PersonId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    /** The passkeys of a person, oldest first. */
    public List<Passkey> of(PersonId person) {
        return findByUserId(user(person)).stream()
                .map(record -> new Passkey(
                        record.getCredentialId().toBase64UrlString(),
                        record.getLabel(),
                        record.isBackupEligible(),
                        record.isBackupState(),
                        record.getCreated(),
                        record.getLastUsed()))
                .toList();
    }

    /** The same as the engine knows them. */
    public List<EngineKey> forEngine(PersonId person) {
        return findByUserId(user(person)).stream()
                .map(record -> new EngineKey(
                        EngineForm.token(record.getCredentialId().getBytes()),
                        EngineForm.key(record.getPublicKey().getBytes()),
                        record.isBackupEligible(),
                        record.isBackupState()))
                .toList();
    }

    /**
     * Keeps a passkey that no browser has made.
     *
     * @param transport how a browser would reach it
     */
    public void adopt(PersonId person, byte[] id, PublicKey key, String transport, Instant now) {
        save(ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(id))
                .userEntityUserId(user(person))
                .publicKey(new ImmutablePublicKeyCose(EngineForm.cose(key)))
                .signatureCount(0)
                .uvInitialized(true)
                .transports(Set.of(AuthenticatorTransport.valueOf(transport)))
                .backupEligible(false)
                .backupState(false)
                .attestationObject(new Bytes(EngineForm.attestation(id, key)))
                .label(transport)
                .created(now)
                .lastUsed(now)
                .build());
    }

    /** The same for options that ask for an assertion by one of them. */
    public List<PublicKeyCredentialDescriptor> descriptors(PersonId person) {
        return findByUserId(user(person)).stream()
                .map(record -> PublicKeyCredentialDescriptor.builder()
                        .id(record.getCredentialId())
                        .type(PublicKeyCredentialType.PUBLIC_KEY)
                        .transports(record.getTransports())
                        .build())
                .toList();
    }

    /** Takes a passkey from its owner, unless it is the last one; false: it was not. */
    public boolean remove(PersonId person, String id) {
        // Locked first: of two removals at once the second sees what the first has left.
        return sql("""
                                with mine as (select id from passkey.credentials where person = :person for update)
                                delete from passkey.credentials where id = :id and person = :person
                                and (select count(*) from mine) > 1
                                """)
                        .param("id", Bytes.fromBase64(id).getBytes())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    @Override
    public void save(CredentialRecord record) {
        sql("""
                        insert into passkey.credentials (id, person, public_key, signature_count, uv_initialized, transports,
                            backup_eligible, backup_state, attestation_object, attestation_client_data, label,
                            created_at, last_used_at)
                        values (:id, :person, :key, :count, :uv, :transports, :be, :bs, :attestation, :client, :label,
                            :created, :used)
                        on conflict (id) do update set signature_count = excluded.signature_count,
                            uv_initialized = excluded.uv_initialized, backup_state = excluded.backup_state,
                            last_used_at = excluded.last_used_at
                        """)
                .param("id", record.getCredentialId().getBytes())
                .param("person", person(record.getUserEntityUserId()).value())
                .param("key", record.getPublicKey().getBytes())
                .param("count", record.getSignatureCount())
                .param("uv", record.isUvInitialized())
                .param(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .param("be", record.isBackupEligible())
                .param("bs", record.isBackupState())
                .param("attestation", bytes(record.getAttestationObject()), java.sql.Types.BINARY)
                .param("client", bytes(record.getAttestationClientDataJSON()), java.sql.Types.BINARY)
                .param("label", record.getLabel())
                .param("created", time(record.getCreated()))
                .param("used", time(record.getLastUsed()))
                .update();
    }

    @Override
    public void delete(Bytes credentialId) {
        sql("delete from passkey.credentials where id = :id")
                .param("id", credentialId.getBytes())
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return sql("select * from passkey.credentials where id = :id")
                .param("id", credentialId.getBytes())
                .query((row, _) -> record(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return sql("select * from passkey.credentials where person = :person order by created_at, id")
                .param("person", person(userId).value())
                .query((row, _) -> record(row))
                .list();
    }

    private static CredentialRecord record(ResultSet row) throws SQLException {
        byte[] attestation = row.getBytes("attestation_object");
        byte[] client = row.getBytes("attestation_client_data");
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("id")))
                .userEntityUserId(user(new PersonId(row.getObject("person", UUID.class))))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .transports(Arrays.stream(row.getString("transports").split(" "))
                        .filter(word -> !word.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .attestationObject(attestation == null ? null : new Bytes(attestation))
                .attestationClientDataJSON(client == null ? null : new Bytes(client))
                .label(row.getString("label"))
                .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("last_used_at", OffsetDateTime.class).toInstant())
                .build();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** WebAuthn's view of people: every person id is one, known or about to be. */
    static final class Owners implements PublicKeyCredentialUserEntityRepository {

        @Override
        public PublicKeyCredentialUserEntity findById(Bytes id) {
            return entity(person(id));
        }

        @Override
        public PublicKeyCredentialUserEntity findByUsername(String username) {
            return entity(new PersonId(UUID.fromString(username)));
        }

        @Override
        public void save(PublicKeyCredentialUserEntity entity) {
            throw new UnsupportedOperationException("people are added by the package people");
        }

        @Override
        public void delete(Bytes id) {
            throw new UnsupportedOperationException("people are never deleted here");
        }

        private static PublicKeyCredentialUserEntity entity(PersonId person) {
            String name = person.value().toString();
            return ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(user(person))
                    .name(name)
                    .displayName(name)
                    .build();
        }
    }
}
