package sekisho.core;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import sekisho.protocol.Assertion;
import sekisho.protocol.Digest;
import sekisho.protocol.PublicKey;
import sekisho.protocol.Signature;
import sekisho.protocol.Token;

/** Somebody with a key of his own. */
final class Signer {

    static final String ORIGIN = "https://sekisho.example";
    static final String PARTY = "sekisho.example";

    private final KeyPair pair;

    Signer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    PublicKey key() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return new PublicKey(digest(point.getAffineX()), digest(point.getAffineY()));
    }

    private static Digest digest(BigInteger number) {
        String hex = number.toString(16);
        return Digest.of(java.util.HexFormat.of().parseHex("0".repeat(64 - hex.length()) + hex));
    }

    Signature sign(byte[] bytes) {
        try {
            var signer = java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(pair.getPrivate());
            signer.update(bytes);
            ByteBuffer both = ByteBuffer.wrap(signer.sign());
            byte[] r = new byte[Digest.LENGTH];
            byte[] s = new byte[Digest.LENGTH];
            both.get(r).get(s);
            return new Signature(Digest.of(r), Digest.of(s));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an authenticator says; everything right but what is changed. */
    record Saying(String clientData, String party, int flags) {

        static Saying of(Digest challenge) {
            return new Saying(clientData("webauthn.get", challenge, ORIGIN), PARTY, 5);
        }

        static String clientData(String type, Digest challenge, String origin) {
            return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                    .formatted(type, Base64.getUrlEncoder().withoutPadding().encodeToString(challenge.bytes()), origin);
        }

        Saying saying(String otherClientData) {
            return new Saying(otherClientData, party, flags);
        }
    }

    Assertion says(Token credential, Saying saying) {
        byte[] signed = ByteBuffer.allocate(69)
                .put(hash(saying.party()).bytes())
                .put((byte) saying.flags())
                .putInt(7)
                .put(hash(saying.clientData()).bytes())
                .array();
        return new Assertion(credential, hash(saying.party()), saying.flags(), 7, saying.clientData(), sign(signed));
    }

    static Digest hash(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.US_ASCII));
    }
}
