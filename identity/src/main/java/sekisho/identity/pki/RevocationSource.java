package sekisho.identity.pki;

import java.security.cert.X509Certificate;

/**
 * The port to whoever fetches revocation information. An implementation asks only hosts that are allowed, waits only so long,
 * and answers {@link RevocationData#NONE} when it has nothing: that is a refusal here, not a pass.
 */
public interface RevocationSource {
    RevocationSource NONE = (_, _) -> RevocationData.NONE;

    RevocationData fetch(X509Certificate certificate, X509Certificate issuer);
}
