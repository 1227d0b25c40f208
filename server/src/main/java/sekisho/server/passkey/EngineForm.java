package sekisho.server.passkey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
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
