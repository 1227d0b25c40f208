package sekisho.core.trust;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Assertion;
import sekisho.protocol.Digest;
import sekisho.protocol.PublicKey;
import sekisho.protocol.Refusal;
import sekisho.protocol.StateRecord.FoundingRow;

/** Judges assertions as a relying party does (W3C Web Authentication Level 2, 7.2, steps 11 to 20). */
public final class Assertions {

    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int BACKUP_ELIGIBLE = 8;
    private static final int BACKED_UP = 16;

    private Assertions() {}

    /** Why this assertion, of a credential with this key, does not stand for a challenge; or null. */
    public static @Nullable Refusal refuses(
            FoundingRow founding, Assertion assertion, PublicKey key, Digest challenge) {
        ClientData data = ClientData.read(assertion.clientData());
        if (data == null || !"webauthn.get".equals(data.type())) {
            return Refusal.ASSERTION_WRONG_TYPE;
        }
        if (!Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(challenge.bytes())
                .equals(data.challenge())) {
            return Refusal.ASSERTION_WRONG_CHALLENGE;
        }
        String origin = data.origin();
        if (origin == null
                || data.crossOrigin()
                || !Digest.sha256(origin.getBytes(StandardCharsets.US_ASCII)).equals(founding.origin())) {
            return Refusal.ASSERTION_WRONG_ORIGIN;
        }
        if (!assertion.rpIdHash().equals(founding.rpIdHash())) {
            return Refusal.ASSERTION_WRONG_PARTY;
        }
        if (!flagsFit(assertion.flags())) {
            return Refusal.ASSERTION_WITHOUT_PERSON;
        }
        return Es256.verifies(key, signed(assertion), assertion.signature()) ? null : Refusal.ASSERTION_FORGED;
    }

    private static boolean flagsFit(int flags) {
        boolean known = (flags & ~(PRESENT | VERIFIED | BACKUP_ELIGIBLE | BACKED_UP)) == 0;
        boolean backup = (flags & BACKED_UP) == 0 || (flags & BACKUP_ELIGIBLE) != 0;
        return known && backup && (flags & PRESENT) != 0 && (flags & VERIFIED) != 0;
    }

    private static byte[] signed(Assertion assertion) {
        byte[] hash = Digest.sha256(assertion.clientData().getBytes(StandardCharsets.US_ASCII))
                .bytes();
        return ByteBuffer.allocate(2 * Digest.LENGTH + 5)
                .put(assertion.rpIdHash().bytes())
                .put((byte) assertion.flags())
                .putInt((int) assertion.counter())
                .put(hash)
                .array();
    }
}
