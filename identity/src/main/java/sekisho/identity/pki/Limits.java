package sekisho.identity.pki;

import java.util.List;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Octets;
import sekisho.identity.Refusal;

/** Largest sizes, in bytes, of what comes from outside. */
public final class Limits {
    public static final int CERTIFICATE = 16 << 10;
    public static final int SIGNATURE = 1 << 10;
    public static final int CRL = 8 << 20;
    public static final int OCSP_RESPONSE = 64 << 10;

    /** Certificates between a person's and an anchor, and pieces of revocation information of one kind. */
    public static final int MOST = 4;

    private Limits() {}

    /** Refuses what is larger. */
    public static void check(Octets octets, int most) throws Refusal {
        if (octets.length() > most) {
            throw new Refusal(IdentityRefusal.TOO_LARGE);
        }
    }

    /** Refuses more than {@link #MOST}, and larger ones. */
    public static void check(List<Octets> all, int mostBytes) throws Refusal {
        if (all.size() > MOST) {
            throw new Refusal(IdentityRefusal.TOO_LARGE);
        }
        for (Octets one : all) {
            check(one, mostBytes);
        }
    }
}
