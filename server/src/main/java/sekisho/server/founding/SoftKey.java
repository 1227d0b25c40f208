package sekisho.server.founding;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import sekisho.protocol.Assertion;
import sekisho.protocol.Digest;
import sekisho.protocol.PublicKey;
import sekisho.protocol.RelyingParty;
import sekisho.protocol.Signature;
import sekisho.protocol.Token;
import sekisho.server.passkey.EngineForm;
import sekisho.server.passkey.RelyingParty.Place;

/**
 * A passkey of somebody who does not exist: a key in a file, which says that its owner was there. The demo world has some; a
 * production server refuses to have any. Any thread.
 */
public final class SoftKey {
    /** How a browser would reach one, in place of internal, hybrid, usb: it asks the server instead. */
    public static final String TRANSPORT = "demo";

    private static final int HASH = 32;
    /** User present, user verified; cannot leave its device, as far as anybody can tell. */
    private static final int FLAGS = 0x05;

    private final ECKey key;
    private final byte[] id;

    /** A key of somebody else who does not exist: a bank's. */
    public static SoftKey of(ECKey key) {
        return new SoftKey(key);
    }

    SoftKey(ECKey key) {
        this.key = key;
        try {
            id = key.computeThumbprint().decode();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Its name at browsers, 32 bytes. */
    public byte[] id() {
        return id.clone();
    }

    /** Its name in the engine. */
    public Token credential() {
        return EngineForm.token(id);
    }

    /** Its public half. */
    public PublicKey publicKey() {
        return new PublicKey(
                Digest.of(key.getX().decode()), Digest.of(key.getY().decode()));
    }

    /** Signs bytes, as banks and issuers sign statements. */
    public Signature sign(byte[] bytes) {
        try {
            var signer = java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(key.toECPrivateKey());
            signer.update(bytes);
            ByteBuffer both = ByteBuffer.wrap(signer.sign());
            byte[] r = new byte[HASH];
            byte[] s = new byte[HASH];
            both.get(r).get(s);
            return new Signature(Digest.of(r), Digest.of(s));
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("a key of the demo world cannot sign", e);
        }
    }

    /** Answers a challenge at a place, as an authenticator would when its owner says yes. */
    public Assertion answer(Digest challenge, Place place) {
        String client = "{\"type\":\"webauthn.get\",\"challenge\":\""
                + Base64.getUrlEncoder().withoutPadding().encodeToString(challenge.bytes()) + "\",\"origin\":\""
                + place.origin() + "\",\"crossOrigin\":false}";
        Digest party = digest(place.host());
        byte[] signed = ByteBuffer.allocate(2 * HASH + 5)
                .put(party.bytes())
                .put((byte) FLAGS)
                .putInt(0)
                .put(digest(client).bytes())
                .array();
        return new Assertion(credential(), party, FLAGS, 0, client, sign(signed));
    }

    /** A place as the engine knows it. */
    public static RelyingParty party(Place place) {
        return new RelyingParty(digest(place.host()), digest(place.origin()));
    }

    private static Digest digest(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.US_ASCII));
    }
}
