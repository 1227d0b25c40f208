package sekisho.server.identity;

import sekisho.identity.Evidence;
import sekisho.protocol.EvidenceKind;

/** The engine's words for what was checked. */
final class EngineKind {
    private EngineKind() {}

    /** Its kind: a demonstration, whatever it rests on, where nobody real vouches for it. */
    static EvidenceKind of(Evidence evidence) {
        if (evidence.demonstration()) {
            return EvidenceKind.DEMONSTRATION;
        }
        return switch (evidence.kind()) {
            case CHIP_SIGNATURE -> EvidenceKind.IC_CHIP;
            case PASSPORT_CHIP -> EvidenceKind.PASSPORT_CHIP;
            case VERIFIED_CLAIMS -> EvidenceKind.VERIFIED_CLAIMS;
            case DOCUMENT_IMAGE -> EvidenceKind.DOCUMENT_IMAGE;
        };
    }
}
