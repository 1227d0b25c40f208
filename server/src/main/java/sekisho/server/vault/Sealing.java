package sekisho.server.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;

/** Encrypts values and makes their index. Any thread. */
final class Sealing {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final VaultKeys keys;
    private final String purpose;

    Sealing(VaultKeys keys) {
        this(keys, "vault values");
    }

    /** @param purpose of the key that follows from a key of the file: what is sealed for one cannot be opened for another */
    Sealing(VaultKeys keys, String purpose) {
        this.keys = keys;
        this.purpose = purpose;
    }

    /** Nonce and ciphertext; whoever moves it to another token or kind cannot open it there. */
    byte[] seal(int key, Token token, Kind kind, String value) {
        return seal(key, kind + " " + token.value(), value);
    }

    byte[] seal(int key, String place, String value) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, place, nonce, value.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    String open(int key, Token token, Kind kind, byte[] sealed) {
        return open(key, kind + " " + token.value(), sealed);
    }

    String open(int key, String place, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        byte[] rest = Arrays.copyOfRange(sealed, NONCE, sealed.length);
        return new String(crypt(Cipher.DECRYPT_MODE, key, place, nonce, rest), StandardCharsets.UTF_8);
    }

    byte[] index(int key, Kind kind, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.derived(key, "vault index " + kind, "HmacSHA256"));
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private byte[] crypt(int mode, int key, String place, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.derived(key, purpose, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new VaultUnusable(
                    "a value of the vault cannot be " + (mode == Cipher.ENCRYPT_MODE ? "sealed" : "opened"), e);
        }
    }
}
