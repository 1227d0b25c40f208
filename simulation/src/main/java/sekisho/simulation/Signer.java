package sekisho.simulation;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import sekisho.protocol.Assertion;
import sekisho.protocol.Digest;
import sekisho.protocol.PublicKey;
import sekisho.protocol.RelyingParty;
import sekisho.protocol.Signature;
import sekisho.protocol.Token;

/** Somebody with a key: a member of staff, a customer's passkey, an issuer, a bank. The same seed gives the same signatures. */
public final class Signer {

    static final String ORIGIN = "https://sekisho.example";
    static final String PARTY = "sekisho.example";
    static final String STAFF_ORIGIN = "https://console.sekisho.example";
    static final String STAFF_PARTY = "console.sekisho.example";

    private final KeyPair pair;
    private final SecureRandom random;

    public Signer(long seed) {
        try {
            random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public PublicKey key() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return new PublicKey(digest(key.getW().getAffineX()), digest(key.getW().getAffineY()));
    }

    private static Digest digest(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[Digest.LENGTH];
        int length = Math.min(bytes.length, Digest.LENGTH);
        System.arraycopy(bytes, bytes.length - length, padded, Digest.LENGTH - length, length);
        return Digest.of(padded);
    }

    public Signature sign(byte[] bytes) {
        try {
            var signer = java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(pair.getPrivate(), random);
            signer.update(bytes);
            byte[] both = signer.sign();
            byte[] r = new byte[Digest.LENGTH];
            byte[] s = new byte[Digest.LENGTH];
            System.arraycopy(both, 0, r, 0, Digest.LENGTH);
            System.arraycopy(both, Digest.LENGTH, s, 0, Digest.LENGTH);
            return new Signature(Digest.of(r), Digest.of(s));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an authenticator is asked to say. */
    public record Saying(String type, Digest challenge, String origin, String party, int flags) {

        public static Saying of(Digest challenge) {
            return new Saying("webauthn.get", challenge, ORIGIN, PARTY, 5);
        }

        public static Saying ofStaff(Digest challenge) {
            return new Saying("webauthn.get", challenge, STAFF_ORIGIN, STAFF_PARTY, 5);
        }
    }

    /** Where owners of wallets sign. */
    public static RelyingParty customers() {
        return new RelyingParty(hash(PARTY), hash(ORIGIN));
    }

    /** Where staff sign. */
    public static RelyingParty staff() {
        return new RelyingParty(hash(STAFF_PARTY), hash(STAFF_ORIGIN));
    }

    public Assertion says(Token credential, Saying saying) {
        String clientData = "{\"type\":\"" + saying.type() + "\",\"challenge\":\""
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(saying.challenge().bytes())
                + "\",\"origin\":\"" + saying.origin() + "\",\"crossOrigin\":false}";
        Digest party = hash(saying.party());
        byte[] signed = ByteBuffer.allocate(69)
                .put(party.bytes())
                .put((byte) saying.flags())
                .putInt(0)
                .put(hash(clientData).bytes())
                .array();
        return new Assertion(credential, party, saying.flags(), 0, clientData, sign(signed));
    }

    static Digest hash(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.US_ASCII));
    }
}
