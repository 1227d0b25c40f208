package sekisho.identity.pki;

import java.security.cert.X509Certificate;

/**
 * The object identifiers of demonstrations, below 2.25 (ITU-T X.667: an arc that anybody may use, followed by a UUID), and
 * the mark that every certificate of a demo authority carries. A production profile refuses anchors with the mark.
 */
public final class DemoMark {
    private static final String ARC = "2.25.250187797526971695236794003551582013900";

    /** The mark: an extension, not critical, with the text {@code NOT A REAL AUTHORITY}. */
    public static final String EXTENSION = ARC + ".3.1";

    public static final String TEXT = "NOT A REAL AUTHORITY";

    /** What an otherName of the subject's alternative names holds: a text. */
    public static final String NAME = ARC + ".1.1";

    public static final String ADDRESS = ARC + ".1.2";

    /** Eight digits, YYYYMMDD. */
    public static final String BIRTH_DATE = ARC + ".1.3";

    /** ISO/IEC 5218: 1 male, 2 female, 0 or 9 not stated. */
    public static final String GENDER = ARC + ".1.4";

    /** The policy of certificates for signatures. */
    public static final String SIGNATURE_POLICY = ARC + ".2.1";

    /** The policy of certificates for logging in. */
    public static final String AUTHENTICATION_POLICY = ARC + ".2.2";

    private DemoMark() {}

    public static boolean isIn(X509Certificate certificate) {
        return certificate.getExtensionValue(EXTENSION) != null;
    }
}
