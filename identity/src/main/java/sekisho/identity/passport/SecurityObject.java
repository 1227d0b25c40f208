package sekisho.identity.passport;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Octets;
import sekisho.identity.Refusal;
import sekisho.identity.pki.Certificates;

/**
 * A passport's security object (EF.SOD; ICAO Doc 9303-10, section 4.6.2): hashes of the data groups, signed by a document
 * signer (CMS, RFC 5652).
 */
final class SecurityObject {
    private static final int TAG = 0x77;

    private final X509Certificate signer;
    private final HashAlgorithm algorithm;
    private final Map<Integer, Octets> hashes;

    private SecurityObject(X509Certificate signer, HashAlgorithm algorithm, Map<Integer, Octets> hashes) {
        this.signer = signer;
        this.algorithm = algorithm;
        this.hashes = hashes;
    }

    /** Reads it, and checks that it is signed by the certificate inside; whether that is trusted comes after. */
    static SecurityObject read(Octets file) throws Refusal {
        byte[] content = Tlv.value(file.toArray(), TAG);
        try {
            var signed = new CMSSignedData(content);
            Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
            var typed = signed.getSignedContent();
            if (signers.size() != 1
                    || typed == null
                    || !ICAOObjectIdentifiers.id_icao_ldsSecurityObject.equals(typed.getContentType())
                    || !(typed.getContent() instanceof byte[] object)) {
                throw new Refusal(IdentityRefusal.MALFORMED);
            }
            SignerInformation signer = signers.iterator().next();
            HashAlgorithm.of(signer.getDigestAlgorithmID().getAlgorithm());
            X509Certificate certificate = certificate(signed, signer);
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
                throw new Refusal(IdentityRefusal.SECURITY_OBJECT_WRONG);
            }
            return read(LDSSecurityObject.getInstance(ASN1Primitive.fromByteArray(object)), certificate);
        } catch (CMSException e) {
            throw new Refusal(e.getCause() == null ? IdentityRefusal.SECURITY_OBJECT_WRONG : IdentityRefusal.MALFORMED);
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | OperatorCreationException _) {
            // Bouncy Castle's parsers throw the middle three at bytes that are no security object.
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
    }

    X509Certificate signer() {
        return signer;
    }

    boolean has(int dataGroup) {
        return hashes.containsKey(dataGroup);
    }

    /** Refuses a data group that is not the one that was signed. */
    void check(int dataGroup, Octets file) throws Refusal {
        Octets hash = hashes.get(dataGroup);
        if (hash == null || !MessageDigest.isEqual(hash.toArray(), algorithm.digest(file.toArray()))) {
            throw new Refusal(IdentityRefusal.DATA_GROUP_CHANGED);
        }
    }

    private static X509Certificate certificate(CMSSignedData signed, SignerInformation signer) throws Refusal {
        for (X509CertificateHolder holder : signed.getCertificates().getMatches(null)) {
            if (signer.getSID().match(holder)) {
                try {
                    return Certificates.read(Octets.of(holder.getEncoded()));
                } catch (IOException _) {
                    throw new Refusal(IdentityRefusal.MALFORMED);
                }
            }
        }
        throw new Refusal(IdentityRefusal.MALFORMED);
    }

    private static SecurityObject read(LDSSecurityObject object, X509Certificate signer) throws Refusal {
        var hashes = new HashMap<Integer, Octets>();
        for (DataGroupHash hash : object.getDatagroupHash()) {
            Octets value = Octets.of(hash.getDataGroupHashValue().getOctets());
            if (hashes.put(hash.getDataGroupNumber(), value) != null) {
                throw new Refusal(IdentityRefusal.MALFORMED);
            }
        }
        return new SecurityObject(
                signer, HashAlgorithm.of(object.getDigestAlgorithmIdentifier().getAlgorithm()), hashes);
    }
}
