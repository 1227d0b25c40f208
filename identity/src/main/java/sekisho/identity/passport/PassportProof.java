package sekisho.identity.passport;

import java.util.Arrays;
import java.util.Optional;
import sekisho.identity.Digests;
import sekisho.identity.Octets;
import sekisho.identity.pki.RevocationData;

/**
 * What was read from a passport's chip.
 *
 * @param challenge ours
 * @param securityObject EF.SOD
 * @param dataGroup1 EF.DG1, the machine-readable zone
 * @param dataGroup15 EF.DG15, the key for active authentication; empty if the chip has none
 * @param activeSignature the chip's answer to {@link #chipChallenge}; empty if it gave none
 * @param stapled revocation information about the signer of the security object
 */
public record PassportProof(
        Octets challenge,
        Octets securityObject,
        Octets dataGroup1,
        Optional<Octets> dataGroup15,
        Optional<Octets> activeSignature,
        RevocationData stapled) {

    /** Bytes that INTERNAL AUTHENTICATE takes (ICAO Doc 9303-11, section 6.1). */
    public static final int CHIP_CHALLENGE_LENGTH = 8;

    /** The eight bytes that the chip is asked to sign for a challenge of ours. */
    public static byte[] chipChallenge(Octets challenge) {
        return Arrays.copyOf(Digests.sha256(challenge.toArray()).toArray(), CHIP_CHALLENGE_LENGTH);
    }
}
