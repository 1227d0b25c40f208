package sekisho.gateway;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import sekisho.protocol.Assertion;
import sekisho.protocol.Digest;
import sekisho.protocol.PublicKey;
import sekisho.protocol.RelyingParty;
import sekisho.protocol.Signature;
import sekisho.protocol.Token;

/** Somebody with a key. Any thread. */
final class Signer {
    private final KeyPair pair;

    Signer() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A relying party whose id is the host of its origin. */
    record Site(String host) {
        RelyingParty party() {
            return new RelyingParty(hash(host), hash("https://" + host));
        }
    }

    static Digest hash(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.US_ASCII));
    }

    PublicKey key() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return new PublicKey(digest(point.getAffineX()), digest(point.getAffineY()));
    }

    private static Digest digest(BigInteger number) {
        String hex = number.toString(16);
        return Digest.of(HexFormat.of().parseHex("0".repeat(64 - hex.length()) + hex));
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

    /** What an authenticator says at a site. */
    Assertion says(Token credential, Site at, Digest challenge) {
        String clientData = "{\"type\":\"webauthn.get\",\"challenge\":\""
                + Base64.getUrlEncoder().withoutPadding().encodeToString(challenge.bytes()) + "\",\"origin\":\"https://"
                + at.host() + "\",\"crossOrigin\":false}";
        Digest party = hash(at.host());
        byte[] signed = ByteBuffer.allocate(69)
                .put(party.bytes())
                .put((byte) 5)
                .putInt(0)
                .put(hash(clientData).bytes())
                .array();
        return new Assertion(credential, party, 5, 0, clientData, sign(signed));
    }
}
