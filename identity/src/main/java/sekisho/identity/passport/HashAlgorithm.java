package sekisho.identity.passport;

import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import sekisho.identity.Digests;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Refusal;

/** Hash algorithms of passports that are strong enough: SHA-1 is not. */
enum HashAlgorithm {
    SHA_224("SHA-224"),
    SHA_256("SHA-256"),
    SHA_384("SHA-384"),
    SHA_512("SHA-512");

    private static final Map<ASN1ObjectIdentifier, HashAlgorithm> BY_OID = Map.of(
            NISTObjectIdentifiers.id_sha224, SHA_224,
            NISTObjectIdentifiers.id_sha256, SHA_256,
            NISTObjectIdentifiers.id_sha384, SHA_384,
            NISTObjectIdentifiers.id_sha512, SHA_512);

    private final String jdkName;

    HashAlgorithm(String jdkName) {
        this.jdkName = jdkName;
    }

    static HashAlgorithm of(ASN1ObjectIdentifier oid) throws Refusal {
        HashAlgorithm algorithm = BY_OID.get(oid);
        if (algorithm == null) {
            throw new Refusal(IdentityRefusal.WEAK_ALGORITHM);
        }
        return algorithm;
    }

    byte[] digest(byte[] bytes) {
        return Digests.digest(jdkName, bytes);
    }
}
