package sekisho.identity.chip;

import java.util.Set;
import sekisho.identity.pki.DemoMark;

/**
 * Where an authority's certificates say what; object identifiers in dotted form.
 *
 * @param signaturePolicies of certificates for signatures
 * @param authenticationPolicies of certificates for logging in, which are refused by name
 * @param name the otherName of the subject's alternative names that holds the kanji name
 * @param address the same for the address
 * @param birthDate the same for the birth date, eight digits
 * @param gender the same for the gender, one digit (ISO/IEC 5218); it may be missing
 */
public record CertificateProfile(
        Set<String> signaturePolicies,
        Set<String> authenticationPolicies,
        String name,
        String address,
        String birthDate,
        String gender) {

    /** The demonstration's. Real ones are configuration, taken from the authority's certificate profile. */
    public static final CertificateProfile DEMO = new CertificateProfile(
            Set.of(DemoMark.SIGNATURE_POLICY),
            Set.of(DemoMark.AUTHENTICATION_POLICY),
            DemoMark.NAME,
            DemoMark.ADDRESS,
            DemoMark.BIRTH_DATE,
            DemoMark.GENDER);

    public CertificateProfile {
        signaturePolicies = Set.copyOf(signaturePolicies);
        authenticationPolicies = Set.copyOf(authenticationPolicies);
        if (signaturePolicies.isEmpty()) {
            throw new IllegalArgumentException("signaturePolicies is empty: any certificate would do");
        }
    }
}
