package sekisho.server.linking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import sekisho.protocol.RequestId;
import sekisho.protocol.Token;

/**
 * What the engine and banks call a browser's session and a request. Both follow from a key of this process, so that a form asks for the
 * same thing when it comes back; who has not the key cannot tell them from random ones. After a restart a form is loaded anew. Any thread.
 */
final class LinkTokens {
    private static final String MAC = "HmacSHA256";

    private final byte[] key = new byte[32];

    LinkTokens() {
        new SecureRandom().nextBytes(key);
    }

    /** Of a browser's session. */
    Token session(String session) {
        return token("session " + session);
    }

    /** Of a request, once. */
    Token nonce(RequestId id, String session) {
        return token("nonce " + id.high() + " " + id.low() + " " + session);
    }

    private Token token(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            var bytes = ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return new Token(bytes.getLong(), bytes.getLong() | 1);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }
}
