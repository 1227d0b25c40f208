package sekisho.identity;

/** The first step of every check of a live proof. */
public final class ChallengeGate {
    private ChallengeGate() {}

    /** Takes the challenge, or refuses. */
    public static void pass(Challenges challenges, Octets challenge) throws Refusal {
        switch (challenges.take(challenge)) {
            case TAKEN -> {}
            case UNKNOWN -> throw new Refusal(IdentityRefusal.CHALLENGE_UNKNOWN);
            case USED -> throw new Refusal(IdentityRefusal.CHALLENGE_USED);
            case EXPIRED -> throw new Refusal(IdentityRefusal.CHALLENGE_EXPIRED);
        }
    }
}
