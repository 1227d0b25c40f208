package sekisho.server.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An authenticator with one passkey (ES256, no attestation), as software. It always verifies its user. Owner: one thread. */
public final class SoftAuthenticator {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PRESENT_AND_VERIFIED = 0x05;
    private static final int COPIABLE = 0x08;
    private static final int COPIED = 0x10;
    private static final int HAS_CREDENTIAL = 0x40;
    private static final int COORDINATE = 32;

    private final KeyPair keys;
    private final byte[] id = new byte[16];
    private byte[] user = {};
    private int count;
    private int flags = PRESENT_AND_VERIFIED;

    public SoftAuthenticator() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        new SecureRandom().nextBytes(id);
    }

    /** An authenticator whose passkey can be copied to other devices. */
    public static SoftAuthenticator copiable() {
        var authenticator = new SoftAuthenticator();
        authenticator.flags |= COPIABLE;
        return authenticator;
    }

    /** An authenticator whose passkey is on other devices too. */
    public static SoftAuthenticator synced() {
        var authenticator = copiable();
        authenticator.sync();
        return authenticator;
    }

    /** From now on its passkey is on other devices too. */
    public void sync() {
        flags |= COPIABLE | COPIED;
    }

    /** Answers creation options, as a page of an origin would get them. */
    public String create(String options, String origin) {
        JsonNode asked = JSON.readTree(options);
        user = decode(asked.path("user").path("id").asString());
        byte[] client = client("webauthn.create", asked.path("challenge").asString(), origin);
        byte[] data = data(asked.path("rp").path("id").asString(), true);
        ObjectNode response = JSON.createObjectNode()
                .put("clientDataJSON", encode(client))
                .put("attestationObject", encode(attestation(data)));
        response.putArray("transports").add("internal");
        return credential(response);
    }

    /** Answers request options. */
    public String get(String options, String origin) {
        JsonNode asked = JSON.readTree(options);
        byte[] client = client("webauthn.get", asked.path("challenge").asString(), origin);
        count++;
        byte[] data = data(asked.path("rpId").asString(), false);
        return credential(JSON.createObjectNode()
                .put("clientDataJSON", encode(client))
                .put("authenticatorData", encode(data))
                .put("signature", encode(sign(data, sha256(client))))
                .put("userHandle", encode(user)));
    }

    /** The same with a signature by another key. */
    public String forged(String options, String origin) {
        var forger = new SoftAuthenticator();
        System.arraycopy(id, 0, forger.id, 0, id.length);
        forger.user = user;
        forger.count = count;
        return forger.get(options, origin);
    }

    private String credential(ObjectNode response) {
        ObjectNode whole = JSON.createObjectNode()
                .put("id", encode(id))
                .put("rawId", encode(id))
                .put("type", "public-key")
                .put("authenticatorAttachment", "platform");
        whole.set("response", response);
        whole.putObject("clientExtensionResults");
        return whole.toString();
    }

    private static byte[] client(String type, String challenge, String origin) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("challenge", challenge)
                .put("origin", origin)
                .put("crossOrigin", false)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(String party, boolean whole) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(sha256(party.getBytes(StandardCharsets.UTF_8)));
        out.write(flags | (whole ? HAS_CREDENTIAL : 0));
        out.writeBytes(ByteBuffer.allocate(4).putInt(count).array());
        if (whole) {
            out.writeBytes(new byte[16]);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
            out.writeBytes(id);
            out.writeBytes(key());
        }
        return out.toByteArray();
    }

    /** COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
    private byte[] key() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, COORDINATE});
        out.writeBytes(fixed(point.getAffineX().toByteArray()));
        out.writeBytes(new byte[] {0x22, 0x58, COORDINATE});
        out.writeBytes(fixed(point.getAffineY().toByteArray()));
        return out.toByteArray();
    }

    /** CBOR: {"fmt": "none", "attStmt": {}, "authData": data}. */
    private static byte[] attestation(byte[] data) {
        var out = new ByteArrayOutputStream();
        out.write(0xA3);
        text(out, "fmt");
        text(out, "none");
        text(out, "attStmt");
        out.write(0xA0);
        text(out, "authData");
        out.writeBytes(new byte[] {0x58, (byte) data.length});
        out.writeBytes(data);
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 | text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] fixed(byte[] number) {
        byte[] fixed = new byte[COORDINATE];
        int from = Math.max(0, number.length - COORDINATE);
        System.arraycopy(number, from, fixed, COORDINATE - (number.length - from), number.length - from);
        return fixed;
    }

    private byte[] sign(byte[] data, byte[] hash) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(hash);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    @Override
    public String toString() {
        return "SoftAuthenticator" + Arrays.hashCode(id);
    }
}
