package sekisho.identity.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import sekisho.identity.Digests;
import sekisho.identity.Octets;

/**
 * A state that does not exist (code UTO, ICAO's Utopia): its authority for passports and its document signer. Its
 * certificates carry the demo mark. Safe for all threads.
 */
public final class DemoCountry {
    private static final String AUTHORITY = "C=UT,O=Sekisho Demo,CN=Utopia CSCA Demo";
    private static final String SIGNER = "C=UT,O=Sekisho Demo,CN=Utopia Document Signer Demo";
    private static final Duration LIFE = Duration.ofDays(5475);

    private final X509Certificate authority;
    private final KeyPair signerKey = Issuing.curveKey();
    private final X509Certificate signer;
    private final RevocationDesk desk;

    public DemoCountry(InstantSource clock) {
        this(clock, clock.instant().minus(Duration.ofDays(1)));
    }

    /** A country whose authority and signer began at a time; they end fifteen years later. */
    public DemoCountry(InstantSource clock, Instant from) {
        KeyPair key = Issuing.curveKey();
        authority = Issuing.certificate(
                        AUTHORITY,
                        AUTHORITY,
                        key.getPublic(),
                        from,
                        from.plus(LIFE).plus(LIFE))
                .authority()
                .sign(key.getPrivate());
        signer = Issuing.certificate(AUTHORITY, SIGNER, signerKey.getPublic(), from, from.plus(LIFE))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .sign(key.getPrivate());
        desk = new RevocationDesk(authority, key, clock);
    }

    /** The authority, for a demonstration's trust anchors. */
    public X509Certificate anchor() {
        return authority;
    }

    public Octets crl() {
        return desk.crl();
    }

    /** Revokes the document signer, and with it every passport that it signed. */
    public void revokeSigner() {
        desk.revoke(signer);
    }

    /** The authority's answer about the document signer. */
    public Octets ocsp() {
        return desk.ocsp(signer);
    }

    /** A passport whose chip has a key on a curve for active authentication. */
    public DemoPassport passport(DemoTraveller traveller) {
        return passport(traveller, Optional.of(Issuing.curveKey()));
    }

    /** The same with an RSA key of 2,048 bits. */
    public DemoPassport rsaPassport(DemoTraveller traveller) {
        return passport(traveller, Optional.of(Issuing.rsaKey()));
    }

    /** A passport without active authentication. */
    public DemoPassport passiveOnly(DemoTraveller traveller) {
        return passport(traveller, Optional.empty());
    }

    private DemoPassport passport(DemoTraveller traveller, Optional<KeyPair> chipKey) {
        Octets zone = DemoZone.dataGroup1(traveller);
        Optional<Octets> publicKey = chipKey.map(
                key -> Octets.of(DemoZone.object(0x6F, key.getPublic().getEncoded())));
        // Every passport has a picture, data group 2; nobody looks at this one.
        DataGroupHash picture = hash(2, Octets.of(DemoZone.object(0x75, new byte[0])));
        Octets object = sign(publicKey
                .map(key -> new DataGroupHash[] {hash(1, zone), picture, hash(15, key)})
                .orElseGet(() -> new DataGroupHash[] {hash(1, zone), picture}));
        return new DemoPassport(this, object, zone, publicKey, chipKey);
    }

    private static DataGroupHash hash(int number, Octets file) {
        return new DataGroupHash(
                number, new DEROctetString(Digests.sha256(file.toArray()).toArray()));
    }

    /** Without the signing time, which would be the machine's, not this clock's. */
    private static AttributeTable untimed(Map<?, ?> parameters) {
        return new DefaultSignedAttributeTableGenerator()
                .getAttributes(parameters)
                .remove(CMSAttributes.signingTime);
    }

    private Octets sign(DataGroupHash[] hashes) {
        try {
            var object = new LDSSecurityObject(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), hashes);
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(DemoCountry::untimed)
                            .build(Issuing.signer(signerKey.getPrivate()), signer));
            generator.addCertificate(new JcaX509CertificateHolder(signer));
            var content = new CMSProcessableByteArray(
                    ICAOObjectIdentifiers.id_icao_ldsSecurityObject, object.getEncoded("DER"));
            return Octets.of(DemoZone.object(
                    0x77, generator.generate(content, true).toASN1Structure().getEncoded("DER")));
        } catch (CMSException | OperatorCreationException | IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
