package sekisho.identity.chip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.List;
import sekisho.identity.Octets;
import sekisho.identity.pki.RevocationData;

/**
 * What a person's card said.
 *
 * @param challenge ours, as it was signed
 * @param signature over {@link #message}: RSA PKCS #1 v1.5 or ECDSA in DER, SHA-256
 * @param certificate the card's certificate for signatures, DER
 * @param between certificates of authorities below the anchor, DER
 * @param stapled revocation information that came with it
 */
public record ChipProof(
        Octets challenge, Octets signature, Octets certificate, List<Octets> between, RevocationData stapled) {
    private static final String CONTEXT = "sekisho identity chip v1\n";

    public ChipProof {
        between = List.copyOf(between);
    }

    /** The bytes that a card signs for a challenge; the words in front keep the signature from meaning anything else. */
    public static byte[] message(Octets challenge) {
        var message = new ByteArrayOutputStream();
        message.writeBytes(CONTEXT.getBytes(US_ASCII));
        message.writeBytes(challenge.toArray());
        return message.toByteArray();
    }
}
