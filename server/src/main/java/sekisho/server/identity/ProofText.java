package sekisho.server.identity;

import java.util.List;
import java.util.Set;
import sekisho.identity.Refusal;
import sekisho.identity.chip.ChipProof;
import sekisho.identity.passport.PassportProof;
import sekisho.identity.pki.RevocationData;

/** Proofs as a form carries them, and back. */
final class ProofText {
    private static final String CHALLENGE = "challenge";
    private static final String SIGNATURE = "signature";
    private static final String CERTIFICATE = "certificate";
    private static final String BETWEEN = "between";
    private static final String CRL = "crl";
    private static final String OCSP = "ocsp";
    private static final String SECURITY_OBJECT = "sod";
    private static final String ZONE = "dg1";
    private static final String CHIP_KEY = "dg15";

    private ProofText() {}

    static ChipProof card(String text) throws Refusal {
        var fields = ProofFields.read(text, Set.of(CHALLENGE, SIGNATURE, CERTIFICATE, BETWEEN, CRL, OCSP));
        return new ChipProof(
                fields.one(CHALLENGE),
                fields.one(SIGNATURE),
                fields.one(CERTIFICATE),
                fields.all(BETWEEN),
                stapled(fields));
    }

    static String of(ChipProof proof) {
        var line = new ProofFields.Line()
                .with(CHALLENGE, proof.challenge())
                .with(SIGNATURE, proof.signature())
                .with(CERTIFICATE, proof.certificate())
                .with(BETWEEN, proof.between());
        return stapled(line, proof.stapled()).text();
    }

    static PassportProof passport(String text) throws Refusal {
        var fields = ProofFields.read(text, Set.of(CHALLENGE, SIGNATURE, SECURITY_OBJECT, ZONE, CHIP_KEY, CRL, OCSP));
        return new PassportProof(
                fields.one(CHALLENGE),
                fields.one(SECURITY_OBJECT),
                fields.one(ZONE),
                fields.atMostOne(CHIP_KEY),
                fields.atMostOne(SIGNATURE),
                stapled(fields));
    }

    static String of(PassportProof proof) {
        var line = new ProofFields.Line()
                .with(CHALLENGE, proof.challenge())
                .with(SECURITY_OBJECT, proof.securityObject())
                .with(ZONE, proof.dataGroup1())
                .with(CHIP_KEY, proof.dataGroup15().stream().toList())
                .with(SIGNATURE, proof.activeSignature().stream().toList());
        return stapled(line, proof.stapled()).text();
    }

    private static RevocationData stapled(ProofFields fields) throws Refusal {
        return new RevocationData(List.copyOf(fields.all(CRL)), List.copyOf(fields.all(OCSP)));
    }

    private static ProofFields.Line stapled(ProofFields.Line line, RevocationData stapled) {
        return line.with(CRL, stapled.crls()).with(OCSP, stapled.ocspResponses());
    }
}
