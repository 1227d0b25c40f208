package sekisho.server.entrance;

import sekisho.server.identity.Proven;
import sekisho.server.pages.Visit;

/** Says in one sentence why a proof was not taken, and what to do. */
public final class ProofWords {
    private ProofWords() {}

    /** The sentence; empty: it was taken. */
    public static String of(Visit visit, Proven proven) {
        return switch (proven) {
            case Proven.Verified _ -> "";
            case Proven.Refused refused -> said(ProofRefusals.of(visit, refused, ""));
            case Proven.AnotherPerson _ -> said(ProofRefusals.anotherPerson(visit, ""));
            case Proven.TooManyWallets many -> said(ProofRefusals.of(visit, many, ""));
        };
    }

    private static String said(IdentityPages.RefusedModel model) {
        return model.why() + " " + model.remedy();
    }
}
