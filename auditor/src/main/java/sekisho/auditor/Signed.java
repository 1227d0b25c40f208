package sekisho.auditor;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankResult;
import sekisho.protocol.Digest;
import sekisho.protocol.DoorResult;
import sekisho.protocol.Evidence;
import sekisho.protocol.OperationId;
import sekisho.protocol.PublicKey;
import sekisho.protocol.Refusal;
import sekisho.protocol.RelyingParty;
import sekisho.protocol.Signature;
import sekisho.protocol.Token;

/** Section 8, "Signatures", by other means than the engine's: DER, a pattern over the client data, bytes written by hand. */
final class Signed {

    private static final BigInteger P =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final BigInteger N =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final BigInteger B =
            new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
    private static final Pattern MEMBER =
            Pattern.compile("\"(type|challenge|origin)\":\"([^\"\\\\]*)\"|\"crossOrigin\":(true|false)");

    private Signed() {}

    static boolean onCurve(PublicKey key) {
        BigInteger x = number(key.x());
        BigInteger y = number(key.y());
        BigInteger right =
                x.pow(3).subtract(x.multiply(BigInteger.valueOf(3))).add(B).mod(P);
        return x.compareTo(P) < 0 && y.compareTo(P) < 0 && y.pow(2).mod(P).equals(right);
    }

    static boolean by(PublicKey key, byte[] bytes, Signature signature) {
        BigInteger r = number(signature.r());
        BigInteger s = number(signature.s());
        if (r.signum() == 0 || s.signum() == 0 || r.compareTo(N) >= 0 || s.compareTo(N) >= 0 || !onCurve(key)) {
            return false;
        }
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            var point = new ECPoint(number(key.x()), number(key.y()));
            var spec = new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class));
            var verifier = java.security.Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(KeyFactory.getInstance("EC").generatePublic(spec));
            verifier.update(bytes);
            return verifier.verify(der(r, s));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] der(BigInteger r, BigInteger s) {
        byte[] first = r.toByteArray();
        byte[] second = s.toByteArray();
        var der = new ByteArrayOutputStream();
        der.write(0x30);
        der.write(first.length + second.length + 4);
        der.write(2);
        der.write(first.length);
        der.writeBytes(first);
        der.write(2);
        der.write(second.length);
        der.writeBytes(second);
        return der.toByteArray();
    }

    /** What is wrong with an assertion of a credential with this key, or null. */
    static @Nullable Refusal wrong(RelyingParty party, Assertion assertion, PublicKey key, Digest challenge) {
        String type = null;
        String signed = null;
        String origin = null;
        boolean cross = false;
        Matcher members = MEMBER.matcher(assertion.clientData());
        while (members.find()) {
            switch (members.group(1)) {
                case "type" -> type = members.group(2);
                case "challenge" -> signed = members.group(2);
                case "origin" -> origin = members.group(2);
                case null -> cross |= members.group(3).equals("true");
                default -> throw new IllegalStateException("the pattern has no other member");
            }
        }
        if (!"webauthn.get".equals(type)) {
            return Refusal.ASSERTION_WRONG_TYPE;
        }
        if (!Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(challenge.bytes())
                .equals(signed)) {
            return Refusal.ASSERTION_WRONG_CHALLENGE;
        }
        if (origin == null || cross || !party.origin().equals(sha(origin.getBytes(StandardCharsets.US_ASCII)))) {
            return Refusal.ASSERTION_WRONG_ORIGIN;
        }
        if (!party.rpIdHash().equals(assertion.rpIdHash())) {
            return Refusal.ASSERTION_WRONG_PARTY;
        }
        int flags = assertion.flags();
        if ((flags & 0b101) != 0b101 || (flags & 0b1110_0010) != 0 || (flags & 0b1_1000) == 0b1_0000) {
            return Refusal.ASSERTION_WITHOUT_PERSON;
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(assertion.rpIdHash().bytes());
        bytes.write(flags);
        bytes.writeBytes(
                ByteBuffer.allocate(4).putInt((int) assertion.counter()).array());
        bytes.writeBytes(
                sha(assertion.clientData().getBytes(StandardCharsets.US_ASCII)).bytes());
        return by(key, bytes.toByteArray(), assertion.signature()) ? null : Refusal.ASSERTION_FORGED;
    }

    static byte[] bytes(Evidence evidence) {
        return statement("sekisho-evidence-1", 14)
                .putLong(evidence.book().value())
                .putLong(evidence.issuer())
                .put(two(evidence.id()))
                .putLong(evidence.kind().code())
                .put(two(evidence.person()))
                .putLong(evidence.wallet().value())
                .put(two(evidence.subject()))
                .putLong(evidence.sources())
                .putLong(evidence.issued())
                .putLong(evidence.expires())
                .putLong(evidence.nonce())
                .array();
    }

    static byte[] bytes(BankResult result) {
        OperationId link = result.link();
        return statement("sekisho-bank-result-1", 17)
                .putLong(result.book().value())
                .putLong(result.bank().code())
                .putLong(result.key())
                .putLong(result.wallet().value())
                .put(two(result.person()))
                .put(two(new Token(link.high(), link.low())))
                .put(two(result.session()))
                .put(two(result.account()))
                .put(two(result.nonce()))
                .putLong(result.purpose().code())
                .putLong(result.answer().code())
                .putLong(result.expires())
                .array();
    }

    static byte[] bytes(DoorResult result) {
        OperationId visit = result.visit();
        return statement("sekisho-door-result-1", 14)
                .putLong(result.book().value())
                .putLong(result.bank().code())
                .putLong(result.key())
                .put(two(new Token(visit.high(), visit.low())))
                .put(two(result.session()))
                .put(two(result.account()))
                .put(two(result.nonce()))
                .putLong(result.purpose().code())
                .putLong(result.answer().code())
                .putLong(result.expires())
                .array();
    }

    private static ByteBuffer statement(String name, int words) {
        return ByteBuffer.allocate(name.length() + 1 + 8 * words)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0);
    }

    private static byte[] two(Token token) {
        return ByteBuffer.allocate(16)
                .putLong(token.high())
                .putLong(token.low())
                .array();
    }

    private static Digest sha(byte[] bytes) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(Digest bits) {
        return new BigInteger(1, bits.bytes());
    }
}
