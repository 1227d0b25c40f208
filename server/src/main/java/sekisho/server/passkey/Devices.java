package sekisho.server.passkey;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;

/** In which browsers a passkey is no new one, in the schema {@code passkey}. Of a browser's mark only the hash is kept. Any thread. */
public final class Devices {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Devices(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whether a passkey has been in a browser.
     *
     * @param credential URL-safe base64
     * @param mark of the browser; empty: it has none
     */
    public boolean knows(String credential, String mark) {
        return !mark.isEmpty()
                && jdbc.sql(
                                "select exists (select 1 from passkey.devices where credential = :id and device_hash = :hash)")
                        .param("id", Bytes.fromBase64(credential).getBytes())
                        .param("hash", hash(mark))
                        .query(Boolean.class)
                        .single();
    }

    /** From now on a passkey is none that is new in a browser. A passkey that is gone is left out. */
    public void remember(String credential, String mark) {
        jdbc.sql("""
                        insert into passkey.devices (credential, device_hash, seen_at)
                        select id, :hash, :now from passkey.credentials where id = :id on conflict do nothing
                        """)
                .param("id", Bytes.fromBase64(credential).getBytes())
                .param("hash", hash(mark))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static byte[] hash(String mark) {
        return CommandHash.sha256(mark.getBytes(StandardCharsets.US_ASCII));
    }
}
