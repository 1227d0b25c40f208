package sekisho.server.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import sekisho.wire.home.SafeFiles;

/**
 * The vault's keys, by number; the highest is used for what is new. They lie in {@code vault.keys}, one line each
 * ({@code number=base64 of 32 bytes}), in a folder that only its owner may enter. Immutable; any thread.
 */
public final class VaultKeys {
    private static final String FILE = "vault.keys";
    private static final int LENGTH = 32;

    private final NavigableMap<Integer, SecretKey> keys;

    private VaultKeys(NavigableMap<Integer, SecretKey> keys) {
        this.keys = Collections.unmodifiableNavigableMap(keys);
    }

    /** The keys of a folder; makes the first one where there is none. */
    public static VaultKeys in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                SafeFiles.writePrivate(file, "1=" + Base64.getEncoder().encodeToString(random()) + "\n");
            }
            return new VaultKeys(read(Files.readString(file, StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new VaultUnusable("the vault's keys in " + file + " cannot be read or made", e);
        }
    }

    private static NavigableMap<Integer, SecretKey> read(String lines) {
        var found = new TreeMap<Integer, SecretKey>();
        for (String line : lines.lines().filter(line -> !line.isBlank()).toList()) {
            try {
                int equals = line.indexOf('=');
                byte[] key = Base64.getDecoder().decode(line.substring(equals + 1));
                if (key.length != LENGTH) {
                    throw new VaultUnusable("a key in " + FILE + " has " + key.length + " bytes instead of " + LENGTH);
                }
                found.put(Integer.valueOf(line.substring(0, equals)), new SecretKeySpec(key, "Generic"));
            } catch (IllegalArgumentException | IndexOutOfBoundsException bad) {
                throw new VaultUnusable("a line of " + FILE + " is not number=base64", bad);
            }
        }
        if (found.isEmpty()) {
            throw new VaultUnusable(FILE + " has no key");
        }
        return found;
    }

    /** The number of the key for what is new. */
    int newest() {
        return keys.lastKey();
    }

    /** The numbers of all keys, newest first. */
    Iterable<Integer> numbers() {
        return keys.descendingKeySet();
    }

    /** A key for one purpose, that follows from a key of the file. */
    SecretKey derived(int number, String purpose, String algorithm) {
        SecretKey key = keys.get(number);
        if (key == null) {
            throw new VaultUnusable(FILE + " lacks the key " + number);
        }
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(key)
                                    .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HKDF", e);
        }
    }

    /** A keyed hash of something short-lived, such as a code. */
    public byte[] hash(String purpose, byte[] of) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(derived(newest(), purpose, "HmacSHA256"));
            return mac.doFinal(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
