/**
 * A passport's chip (ICAO Doc 9303): that its data were signed by the issuing state, and that it is no copy.
 *
 * <p>{@link sekisho.identity.passport.PassportVerifier} checks a {@link sekisho.identity.passport.PassportProof}. {@code
 * SecurityObject} is passive authentication: hashes of data groups in a signed CMS object, with the {@code HashAlgorithm}s
 * that count; {@code ActiveAuthentication} asks for the key that cannot be copied; {@code MachineReadableZone} reads data
 * group 1; {@code Tlv} is the files' outer layer.
 *
 * <p><b>Rules.</b> Both authentications are needed: passive alone holds for a copy, active alone for a chip that somebody
 * made. The key of data group 15 counts only if the security object has its hash. Only the kind with two lines of 44
 * characters (TD3, passports) is read. SHA-1 is refused everywhere.
 *
 * <p><b>What follows.</b> A Latin name and a birth date, no address: never enough alone ({@link
 * sekisho.identity.Evidence#isEnoughAlone}).
 *
 * <p><b>Not here.</b> Access to the chip (BAC, PACE), chip authentication, pictures, data group 14: a chip whose curve signs
 * with another hash than its size suggests is refused.
 */
@NullMarked
package sekisho.identity.passport;

import org.jspecify.annotations.NullMarked;
