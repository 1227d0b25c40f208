package sekisho.server.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import sekisho.formats.matching.Attribute;
import sekisho.formats.matching.MatchCode;
import sekisho.formats.matching.Matching;
import sekisho.identity.Digests;
import sekisho.identity.Evidence;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Octets;
import sekisho.identity.Refusal;
import sekisho.identity.Verdict;
import sekisho.identity.chip.ChipVerifier;
import sekisho.identity.passport.PassportVerifier;
import sekisho.identity.pki.RevocationSource;
import sekisho.server.identity.StoredChallenges.Answerer;
import sekisho.server.people.PersonId;
import sekisho.server.vault.Token;

/** Checks proofs of who somebody is, and keeps what holds. Any thread. */
public final class Proving {
    private final Trusted trusted;
    private final StoredChallenges challenges;
    private final Evidences evidences;
    private final PersonTokens persons;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Proving(
            Trusted trusted,
            StoredChallenges challenges,
            Evidences evidences,
            PersonTokens persons,
            TransactionOperations transactions,
            InstantSource clock) {
        this.trusted = trusted;
        this.challenges = challenges;
        this.evidences = evidences;
        this.persons = persons;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A fresh challenge, for one try. */
    public Octets challenge(Answerer answerer) {
        return challenges.issue(answerer);
    }

    /** Checks what an IC card said; its challenge is spent by it, whatever comes out. */
    public Proven card(Answerer answerer, String text) {
        try {
            var proof = ProofText.card(text);
            var verifier = new ChipVerifier(
                    trusted.profile(), trusted.cards(), RevocationSource.NONE, challenges.of(answerer), clock);
            return keep(answerer.person(), verifier.verify(proof), digest(ProofText.of(proof)));
        } catch (Refusal refusal) {
            return new Proven.Refused(refusal.reason());
        }
    }

    /** The same for a passport. It is never enough alone: it has no kanji name and no address. */
    public Proven passport(Answerer answerer, String text) {
        try {
            var proof = ProofText.passport(text);
            var verifier =
                    new PassportVerifier(trusted.passports(), RevocationSource.NONE, challenges.of(answerer), clock);
            return keep(answerer.person(), verifier.verify(proof), digest(ProofText.of(proof)));
        } catch (Refusal refusal) {
            return new Proven.Refused(refusal.reason());
        }
    }

    private Proven keep(PersonId person, Verdict verdict, Octets digest) {
        return switch (verdict) {
            case Verdict.Refused(var reason) -> new Proven.Refused(reason);
            case Verdict.Verified(var evidence) -> keepAtOnce(person, evidence, digest);
        };
    }

    private Proven keepAtOnce(PersonId person, Evidence evidence, Octets digest) {
        Proven proven = transactions.execute(status -> {
            Proven result = bindAndKeep(person, evidence, digest);
            if (!(result instanceof Proven.Verified)) {
                status.setRollbackOnly();
            }
            return result;
        });
        return java.util.Objects.requireNonNull(proven);
    }

    private Proven bindAndKeep(PersonId person, Evidence evidence, Octets digest) {
        if (contradicts(person, evidence)) {
            return new Proven.AnotherPerson();
        }
        Optional<Token> token = persons.token(evidence);
        if (token.isEmpty()) {
            return evidence.isEnoughAlone()
                    ? new Proven.Refused(IdentityRefusal.ATTRIBUTE_MISSING)
                    : new Proven.Verified(evidences.keep(person, evidence, digest));
        }
        return switch (persons.bind(person, token.get())) {
            case BOUND -> new Proven.Verified(evidences.keep(person, evidence, digest));
            case ANOTHER_PERSON -> new Proven.AnotherPerson();
            case TOO_MANY_WALLETS -> new Proven.TooManyWallets(persons.most());
        };
    }

    /** A passport has no name that a card has, but the same birth date. */
    private boolean contradicts(PersonId person, Evidence evidence) {
        String known = evidences.attributes(person).get(Attribute.BIRTH_DATE);
        Optional<String> now = evidence.value(Attribute.BIRTH_DATE);
        return known != null
                && now.isPresent()
                && Matching.compare(Attribute.BIRTH_DATE, known, now.get()) != MatchCode.MTCH;
    }

    private static Octets digest(String proof) {
        return Digests.sha256(proof.getBytes(US_ASCII));
    }
}
