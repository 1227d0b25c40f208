package sekisho.server.passkey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.util.HexFormat;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import sekisho.protocol.Assertion;
import sekisho.protocol.Digest;
import sekisho.protocol.PublicKey;
import sekisho.protocol.Signature;
import sekisho.protocol.Token;

/** Passkeys, their keys and what they say, as the engine's protocol writes them. ES256 alone. */
public final class EngineForm {
    private static final int HASH = 32;
    private static final int DATA = HASH + 1 + 4;
    private static final int NUMBERS = 2 * HASH;

    /** CBOR: a map of five, kty EC2, alg ES256, crv P-256, and x of 32 bytes; then y of 32 bytes. */
    private static final byte[] COSE_HEAD = {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, HASH};

    private static final int AAGUID = 16;
    /** User present, user verified, a credential follows. */
    private static final int HAS_CREDENTIAL = 0x45;

    /** CBOR, up to the length of the data, which is one byte. */
    private static final byte[] ATTESTATION = HexFormat.of()
            .parseHex("a3" + "63666d74" + "646e6f6e65" + "6761747453746d74" + "a0" + "686175746844617461" + "58");

    private static final byte[] COSE_BETWEEN = {0x22, 0x58, HASH};

    private EngineForm() {}

    /** A credential's name in the engine: the first 128 bits of the SHA-256 of its id. */
    public static Token token(byte[] credentialId) {
        ByteBuffer hash = ByteBuffer.wrap(CommandHash.sha256(credentialId));
        return new Token(hash.getLong(), hash.getLong());
    }

    /** The same of an id in URL-safe base64. */
    public static Token token(String credentialId) {
        return token(Bytes.fromBase64(credentialId).getBytes());
    }

    /** @throws IllegalArgumentException if it is no key of ES256 */
    static PublicKey key(byte[] cose) {
        var key = new ObjectConverter().getCborMapper().readValue(cose, EC2COSEKey.class);
        if (!(key.getPublicKey() instanceof ECPublicKey point)) {
            throw new IllegalArgumentException("the key is not of ES256");
        }
        return new PublicKey(
                coordinate(point.getW().getAffineX()), coordinate(point.getW().getAffineY()));
    }

    /** The key as COSE (RFC 9053) writes it: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
    static byte[] cose(PublicKey key) {
        return ByteBuffer.allocate(COSE_HEAD.length + HASH + COSE_BETWEEN.length + HASH)
                .put(COSE_HEAD)
                .put(key.x().bytes())
                .put(COSE_BETWEEN)
                .put(key.y().bytes())
                .array();
    }

    /**
     * What an authenticator would have said of a key that none has made (WebAuthn Level 3, 6.5): {"fmt": "none", "attStmt": {}, "authData":
     * …}. It attests nothing; whoever checks assertions finds the key in it.
     */
    static byte[] attestation(byte[] id, PublicKey key) {
        byte[] cose = cose(key);
        byte[] data = ByteBuffer.allocate(DATA + AAGUID + Short.BYTES + id.length + cose.length)
                .put(HASH, (byte) HAS_CREDENTIAL)
                .position(DATA + AAGUID)
                .putShort((short) id.length)
                .put(id)
                .put(cose)
                .array();
        return ByteBuffer.allocate(ATTESTATION.length + 1 + data.length)
                .put(ATTESTATION)
                .put((byte) data.length)
                .put(data)
                .array();
    }

    private static Digest coordinate(BigInteger number) {
        byte[] plain = number.toByteArray();
        byte[] fixed = new byte[HASH];
        int length = Math.min(plain.length, HASH);
        System.arraycopy(plain, plain.length - length, fixed, HASH - length, length);
        return Digest.of(fixed);
    }

    /** @throws IllegalArgumentException if the engine could not read it: extensions, or client data that is not ASCII */
    static Assertion assertion(PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        byte[] data = answer.getResponse().getAuthenticatorData().getBytes();
        if (data.length != DATA) {
            throw new IllegalArgumentException(
                    "authenticator data of " + data.length + " bytes; extensions are not asked for");
        }
        ByteBuffer fields = ByteBuffer.wrap(data);
        byte[] party = new byte[HASH];
        fields.get(party);
        int flags = Byte.toUnsignedInt(fields.get());
        long counter = Integer.toUnsignedLong(fields.getInt());
        String client = new String(answer.getResponse().getClientDataJSON().getBytes(), StandardCharsets.UTF_8);
        return new Assertion(
                token(answer.getRawId().getBytes()),
                Digest.of(party),
                flags,
                counter,
                client,
                signature(answer.getResponse().getSignature().getBytes()));
    }

    /** From ASN.1, as authenticators write it, to the two numbers. */
    private static Signature signature(byte[] der) {
        try {
            ByteBuffer both = ByteBuffer.wrap(ECDSA.transcodeSignatureToConcat(der, NUMBERS));
            byte[] r = new byte[HASH];
            byte[] s = new byte[HASH];
            both.get(r).get(s);
            return new Signature(Digest.of(r), Digest.of(s));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the signature is not of ES256", e);
        }
    }
}
