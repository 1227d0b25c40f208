package sekisho.server.vault;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Seals what is secret for minutes and then deleted, such as a request's keys: with the vault's keys, but in the caller's own
 * rows. It is not sealed anew when the vault gets a new key; what cannot be opened any more has to be made anew. Any thread.
 */
public final class ShortSecrets {
    private final VaultKeys keys;
    private final Sealing sealing;

    ShortSecrets(VaultKeys keys) {
        this.keys = keys;
        this.sealing = new Sealing(keys, "short secrets");
    }

    /**
     * A secret as it may be kept.
     *
     * @param row where it is kept: whoever moves it to another row cannot open it there
     */
    public byte[] seal(UUID row, String secret) {
        int key = keys.newest();
        byte[] sealed = sealing.seal(key, row.toString(), secret);
        return ByteBuffer.allocate(Integer.BYTES + sealed.length)
                .putInt(key)
                .put(sealed)
                .array();
    }

    /**
     * What was sealed.
     *
     * @throws VaultUnusable if it was sealed for another row, or with a key that is there no more
     */
    public String open(UUID row, byte[] sealed) {
        var bytes = ByteBuffer.wrap(sealed);
        int key = bytes.getInt();
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return sealing.open(key, row.toString(), rest);
    }
}
