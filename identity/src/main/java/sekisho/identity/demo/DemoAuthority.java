package sekisho.identity.demo;

import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.asn1.x509.PolicyInformation;
import sekisho.identity.Octets;
import sekisho.identity.pki.DemoMark;

/**
 * An authority that gives cards to people who do not exist: a root, below it the authority that issues. Its certificates
 * carry the {@link DemoMark}. Safe for all threads.
 */
public final class DemoAuthority {
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration CARD_LIFE = Duration.ofDays(1825);
    private static final String ANY_POLICY = "2.5.29.32.0";

    private final String issuerName;
    private final InstantSource clock;
    private final X509Certificate root;
    private final KeyPair rootKey;
    private final KeyPair issuerKey;
    private final X509Certificate issuer;
    private final RevocationDesk rootDesk;
    private final RevocationDesk issuerDesk;

    /**
     * A new authority with new keys.
     *
     * @param name part of the authorities' names; two of the same name are two authorities all the same
     */
    public DemoAuthority(String name, InstantSource clock) {
        this.clock = clock;
        this.issuerKey = Issuing.curveKey();
        this.rootKey = Issuing.curveKey();
        this.issuerName = "C=JP,O=Sekisho Demo,CN=" + name + " Issuing Demo";
        String rootName = "C=JP,O=Sekisho Demo,CN=" + name + " Root Demo";
        Instant from = clock.instant().minus(Duration.ofDays(1));
        root = Issuing.certificate(rootName, rootName, rootKey.getPublic(), from, from.plus(AUTHORITY_LIFE))
                .authority()
                .sign(rootKey.getPrivate());
        issuer = Issuing.certificate(rootName, issuerName, issuerKey.getPublic(), from, from.plus(AUTHORITY_LIFE))
                .authority()
                .with(Extension.certificatePolicies, false, policy(ANY_POLICY))
                .sign(rootKey.getPrivate());
        rootDesk = new RevocationDesk(root, rootKey, clock);
        issuerDesk = new RevocationDesk(issuer, issuerKey, clock);
    }

    private DemoAuthority(Kept root, Kept issuer, InstantSource clock) {
        this.clock = clock;
        this.root = root.certificate();
        this.rootKey = root.key();
        this.issuer = issuer.certificate();
        this.issuerKey = issuer.key();
        // Parts in the order of the certificate; the JDK's text has them the other way round.
        this.issuerName = X500Name.getInstance(
                        this.issuer.getSubjectX500Principal().getEncoded())
                .toString();
        this.rootDesk = new RevocationDesk(this.root, rootKey, clock);
        this.issuerDesk = new RevocationDesk(this.issuer, issuerKey, clock);
    }

    /**
     * An authority that was {@link #kept()}. It knows of no revocation: what it revoked before is in the lists of that time.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public static DemoAuthority read(String kept, InstantSource clock) {
        String[] lines = kept.lines().toArray(String[]::new);
        if (lines.length != 2) {
            throw new IllegalArgumentException("an authority that was kept has two lines");
        }
        return new DemoAuthority(Kept.read(lines[0]), Kept.read(lines[1]), clock);
    }

    /** Keys and certificates as text: whoever has it can make cards of this authority. */
    public String kept() {
        return new Kept(rootKey, root).text() + "\n" + new Kept(issuerKey, issuer).text() + "\n";
    }

    /** The root, for a demonstration's trust anchors. */
    public X509Certificate anchor() {
        return root;
    }

    /** The authority between the cards and the anchor, DER. */
    public Octets issuing() {
        return der(issuer);
    }

    /** A card with a key on a curve and a certificate for signatures, good for five years from now. */
    public DemoCard card(DemoPerson person) {
        return card(person, Purpose.SIGNATURE, Issuing.curveKey(), clock.instant());
    }

    /** The same with an RSA key of 2,048 bits, as real cards have it. */
    public DemoCard rsaCard(DemoPerson person) {
        return card(person, Purpose.SIGNATURE, Issuing.rsaKey(), clock.instant());
    }

    /** A card whose certificate begins at a time, and ends five years later. */
    public DemoCard cardFrom(DemoPerson person, Instant from) {
        return card(person, Purpose.SIGNATURE, Issuing.curveKey(), from);
    }

    /** A card that answers with its certificate for logging in. */
    public DemoCard authenticationCard(DemoPerson person) {
        return card(person, Purpose.AUTHENTICATION, Issuing.curveKey(), clock.instant());
    }

    /** Revokes a card's certificate: lost, moved, died. */
    public void revoke(DemoCard card) {
        issuerDesk.revoke(card.certificate());
    }

    /** The issuing authority's list of today. */
    public Octets crl() {
        return issuerDesk.crl();
    }

    /** The root's list, about the issuing authority. */
    public Octets rootCrl() {
        return rootDesk.crl();
    }

    /** The issuing authority's answer about a card. */
    public Octets ocsp(DemoCard card) {
        return issuerDesk.ocsp(card.certificate());
    }

    /** The same by a responder whom the issuing authority certified for that. */
    public Octets ocspByResponder(DemoCard card) {
        KeyPair key = Issuing.curveKey();
        Instant now = clock.instant();
        X509Certificate responder = Issuing.certificate(
                        issuerName, "C=JP,O=Sekisho Demo,CN=Responder Demo", key.getPublic(), now, now.plus(CARD_LIFE))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .with(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))
                .with(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE)
                .sign(issuerKey.getPrivate());
        return issuerDesk.ocsp(card.certificate(), key.getPublic(), key.getPrivate(), responder);
    }

    /** An answer about a card that another card of this authority signed, as a thief might: nobody may believe it. */
    public Octets forgedOcsp(DemoCard about, DemoCard thief) {
        return issuerDesk.ocsp(
                about.certificate(), thief.certificate().getPublicKey(), thief.key(), thief.certificate());
    }

    private enum Purpose {
        SIGNATURE,
        AUTHENTICATION
    }

    private DemoCard card(DemoPerson person, Purpose purpose, KeyPair key, Instant from) {
        var issuing = Issuing.certificate(
                issuerName, "C=JP,O=Sekisho Demo,CN=Demo Card", key.getPublic(), from, from.plus(CARD_LIFE));
        issuing.with(Extension.basicConstraints, true, new BasicConstraints(false));
        switch (purpose) {
            case SIGNATURE ->
                issuing.with(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                        .with(Extension.certificatePolicies, true, policy(DemoMark.SIGNATURE_POLICY))
                        .with(Extension.subjectAlternativeName, false, names(person));
            // As real ones: nothing about the person in it.
            case AUTHENTICATION ->
                issuing.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                        .with(Extension.certificatePolicies, true, policy(DemoMark.AUTHENTICATION_POLICY));
        }
        return new DemoCard(this, issuing.sign(issuerKey.getPrivate()), key.getPrivate());
    }

    private static CertificatePolicies policy(String oid) {
        return new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(oid)));
    }

    private static GeneralNames names(DemoPerson person) {
        String gender = switch (person.gender()) {
            case MALE -> "1";
            case FEMALE -> "2";
            case NOT_STATED -> "0";
        };
        return new GeneralNames(new GeneralName[] {
            name(DemoMark.NAME, person.nameKanji()),
            name(DemoMark.ADDRESS, person.address()),
            name(DemoMark.BIRTH_DATE, DateTimeFormatter.BASIC_ISO_DATE.format(person.birthDate())),
            name(DemoMark.GENDER, gender)
        });
    }

    private static GeneralName name(String oid, String text) {
        return new GeneralName(
                GeneralName.otherName, new OtherName(new ASN1ObjectIdentifier(oid), new DERUTF8String(text)));
    }

    static Octets der(X509Certificate certificate) {
        try {
            return Octets.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
