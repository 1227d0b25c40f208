package sekisho.wire;

import java.nio.charset.StandardCharsets;
import sekisho.protocol.Assertion;
import sekisho.protocol.Digest;
import sekisho.protocol.Signature;
import sekisho.protocol.Token;
import sekisho.wire.sbe.AssertionDecoder;
import sekisho.wire.sbe.AssertionEncoder;
import sekisho.wire.sbe.Bits256Decoder;
import sekisho.wire.sbe.Bits256Encoder;
import sekisho.wire.sbe.GroupSizeEncodingEncoder;
import sekisho.wire.sbe.MessageHeaderEncoder;

/** {@link Assertion} and its bytes. */
final class AssertionCodec {
    private static final int WORDS = Assertion.MOST / Long.BYTES;

    /** Most bytes of an assertion. */
    static final int MAX_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH
            + AssertionEncoder.BLOCK_LENGTH
            + GroupSizeEncodingEncoder.ENCODED_LENGTH
            + Assertion.MOST;

    private final AssertionEncoder encoder = new AssertionEncoder();
    private final AssertionDecoder decoder = new AssertionDecoder();

    int encode(Assertion assertion, Destination to) {
        var e = to.begin(encoder);
        e.credentialHigh(assertion.credential().high())
                .credentialLow(assertion.credential().low())
                .flags((short) assertion.flags())
                .counter(assertion.counter())
                .length(assertion.clientData().length());
        put(e.rpIdHash(), assertion.rpIdHash());
        put(e.r(), assertion.signature().r());
        put(e.s(), assertion.signature().s());
        byte[] text = assertion.clientData().getBytes(StandardCharsets.US_ASCII);
        int count = (text.length + Long.BYTES - 1) / Long.BYTES;
        var group = e.clientDataCount(count);
        for (int i = 0; i < count; i++) {
            long word = 0;
            for (int b = Math.min(text.length, (i + 1) * Long.BYTES) - 1; b >= i * Long.BYTES; b--) {
                word = word << 8 | text[b];
            }
            group.next().characters(word);
        }
        return to.end(e);
    }

    Assertion decode(Message from) {
        var d = from.body(decoder);
        int count = from.group(Long.BYTES, WORDS);
        int length = d.length();
        if (count != (length + Long.BYTES - 1) / Long.BYTES) {
            throw from.malformed("client data is longer or shorter than it says");
        }
        Token credential = new Token(d.credentialHigh(), d.credentialLow());
        Digest rpIdHash = digest(d.rpIdHash());
        Signature signature = new Signature(digest(d.r()), digest(d.s()));
        int flags = d.flags();
        long counter = d.counter();
        byte[] text = new byte[length];
        int at = 0;
        for (var word : d.clientData()) {
            long characters = word.characters();
            for (int b = 0; b < Long.BYTES; b++) {
                if (at < length) {
                    text[at++] = (byte) characters;
                } else if ((characters & 0xFF) != 0) {
                    throw from.malformed("client data is filled up with zeros");
                }
                characters >>>= 8;
            }
        }
        return new Assertion(
                credential, rpIdHash, flags, counter, new String(text, StandardCharsets.ISO_8859_1), signature);
    }

    private static void put(Bits256Encoder to, Digest bits) {
        to.a(bits.a()).b(bits.b()).c(bits.c()).d(bits.d());
    }

    private static Digest digest(Bits256Decoder from) {
        return new Digest(from.a(), from.b(), from.c(), from.d());
    }
}
