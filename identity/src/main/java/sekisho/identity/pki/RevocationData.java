package sekisho.identity.pki;

import java.util.ArrayList;
import java.util.List;
import sekisho.identity.Octets;

/**
 * Revocation information, stapled to a proof or fetched; signed by its issuer, so it does not matter who brings it.
 *
 * @param crls lists, DER
 * @param ocspResponses answers, DER
 */
public record RevocationData(List<Octets> crls, List<Octets> ocspResponses) {
    public static final RevocationData NONE = new RevocationData(List.of(), List.of());

    public RevocationData {
        crls = List.copyOf(crls);
        ocspResponses = List.copyOf(ocspResponses);
    }

    RevocationData and(RevocationData other) {
        var allCrls = new ArrayList<>(crls);
        allCrls.addAll(other.crls);
        var allResponses = new ArrayList<>(ocspResponses);
        allResponses.addAll(other.ocspResponses);
        return new RevocationData(allCrls, allResponses);
    }
}
