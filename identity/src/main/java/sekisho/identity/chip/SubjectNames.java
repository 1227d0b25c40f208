package sekisho.identity.chip;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;
import sekisho.formats.matching.Matching;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Refusal;

/** The otherNames of a certificate's subject alternative names (RFC 5280, section 4.2.1.6): texts by object identifier. */
final class SubjectNames {
    private static final String EXTENSION = "2.5.29.17";

    private final Map<String, String> texts = new HashMap<>();

    SubjectNames(X509Certificate certificate) throws Refusal {
        byte[] extension = certificate.getExtensionValue(EXTENSION);
        if (extension == null) {
            return;
        }
        try {
            byte[] value = ASN1OctetString.getInstance(extension).getOctets();
            for (GeneralName name :
                    GeneralNames.getInstance(ASN1Primitive.fromByteArray(value)).getNames()) {
                if (name.getTagNo() == GeneralName.otherName) {
                    add(OtherName.getInstance(name.getName()));
                }
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException _) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
    }

    /** The text, which has to be there. */
    String needed(String type) throws Refusal {
        String text = texts.get(type);
        if (text == null || text.isBlank()) {
            throw new Refusal(IdentityRefusal.ATTRIBUTE_MISSING);
        }
        return text;
    }

    /** The text, or an empty one. */
    String ifThere(String type) {
        return texts.getOrDefault(type, "");
    }

    private void add(OtherName name) throws Refusal {
        if (!(name.getValue() instanceof ASN1String string)) {
            return; // Other kinds are not ours.
        }
        String text = string.getString();
        if (text.length() > Matching.LONGEST_VALUE) {
            throw new Refusal(IdentityRefusal.TOO_LARGE);
        }
        if (text.codePoints().anyMatch(Character::isISOControl)
                || texts.put(name.getTypeID().getId(), text) != null) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
    }
}
