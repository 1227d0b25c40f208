package sekisho.server.entrance;

import sekisho.identity.IdentityRefusal;
import sekisho.server.entrance.IdentityPages.RefusedModel;
import sekisho.server.identity.Proven;
import sekisho.server.pages.Visit;

/** Says why a proof was not taken, and what to do. */
final class ProofRefusals {
    private static final String REMEDY = "welcome.identity.remedy.";

    private ProofRefusals() {}

    static RefusedModel of(Visit visit, Proven.Refused refused, String again) {
        IdentityRefusal reason = refused.reason();
        String why = switch (visit.language()) {
            case JA -> reason.japanese();
            case EN -> reason.english();
        };
        return new RefusedModel(reason.name(), why, visit.say(REMEDY + remedy(reason)), again);
    }

    static RefusedModel anotherPerson(Visit visit, String again) {
        return new RefusedModel(
                "ANOTHER_PERSON", visit.say("welcome.identity.another"), visit.say(REMEDY + "own"), again);
    }

    static RefusedModel of(Visit visit, Proven.TooManyWallets many, String again) {
        return new RefusedModel(
                "TOO_MANY_WALLETS",
                visit.say("welcome.identity.too-many", many.most()),
                visit.say(REMEDY + "close"),
                again);
    }

    private static String remedy(IdentityRefusal reason) {
        return switch (reason) {
            case CHALLENGE_UNKNOWN,
                    CHALLENGE_USED,
                    CHALLENGE_EXPIRED,
                    TOO_LARGE,
                    MALFORMED,
                    SIGNATURE_WRONG,
                    SECURITY_OBJECT_WRONG,
                    DATA_GROUP_CHANGED,
                    ACTIVE_AUTHENTICATION_WRONG,
                    CHECK_DIGIT_WRONG,
                    CLAIMS_MISSING -> "again";
            case AUTHENTICATION_CERTIFICATE, POLICY_NOT_ACCEPTED -> "signature";
            case CERTIFICATE_EXPIRED, REVOKED_BY_CRL, REVOKED_BY_OCSP, DOCUMENT_EXPIRED, VERIFIED_TOO_LONG_AGO ->
                "renew";
            case CERTIFICATE_NOT_YET_VALID, REVOCATION_UNKNOWN, VERIFIED_IN_THE_FUTURE -> "later";
            case WEAK_ALGORITHM,
                    ISSUER_NOT_TRUSTED,
                    ATTRIBUTE_MISSING,
                    NO_ACTIVE_AUTHENTICATION,
                    PROVIDER_NOT_ACCEPTED,
                    TRUST_FRAMEWORK_NOT_ACCEPTED,
                    EVIDENCE_NOT_ACCEPTED -> "other";
        };
    }
}
