package sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.core.Checkpoint.AIKO;
import static sekisho.core.Checkpoint.BEN;
import static sekisho.core.Checkpoint.THIEF;
import static sekisho.core.Checkpoint.person;
import static sekisho.core.Checkpoint.why;

import org.junit.jupiter.api.Test;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.Event;
import sekisho.protocol.Evidence;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.IdentityOutcome;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Token;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

final class EvidenceTest {

    private final Checkpoint it = Checkpoint.founded();

    private Outcome presents(Evidence evidence) {
        return it.say(it.present(evidence));
    }

    private Evidence chip(WalletId wallet) {
        return it.evidence(wallet);
    }

    @Test
    void aChipGivesIdentityAndAPasskeyAuthentication() {
        assertThat(it.say(new IdentityCommand.AddAuthenticator(AIKO, new Token(1, 1), it.passkey.key(), false, false)))
                .isEqualTo(new IdentityOutcome.Accepted(0, 3));
        assertThat(it.say(new IdentityCommand.AddAuthenticator(BEN, new Token(1, 2), it.passkey.key(), true, true)))
                .isEqualTo(new IdentityOutcome.Accepted(0, 2));
        assertThat(presents(chip(AIKO))).isEqualTo(new IdentityOutcome.Accepted(2, 3));
    }

    @Test
    void aContactProofGivesNothing() {
        assertThat(presents(it.evidence(THIEF, EvidenceKind.CONTACT, Token.NONE, Token.NONE)))
                .isEqualTo(new IdentityOutcome.Accepted(0, 0));
    }

    @Test
    void evidenceIsAcceptedOnce() {
        Evidence evidence = chip(AIKO);
        presents(evidence);
        assertThat(why(presents(evidence))).isEqualTo(Refusal.EVIDENCE_USED);
        it.pass(900_000);
        assertThat(why(presents(evidence))).as("at the very end").isEqualTo(Refusal.EVIDENCE_USED);
        it.pass(1);
        assertThat(why(presents(evidence))).as("and for ever after").isEqualTo(Refusal.EVIDENCE_STALE);
    }

    @Test
    void onlyATrustedIssuerIsBelieved() {
        Evidence evidence = chip(AIKO);
        assertThat(why(it.say(new IdentityCommand.Present(evidence, new Signer().sign(evidence.canonical())))))
                .isEqualTo(Refusal.EVIDENCE_FORGED);
        it.approvedByOne(new TrustCommand.DistrustIssuer(1));
        assertThat(why(presents(evidence))).isEqualTo(Refusal.ISSUER_NOT_TRUSTED);
        it.approved(new TrustCommand.TrustIssuer(1, EvidenceKind.CONTACT.bit(), it.issuer.key()));
        assertThat(why(presents(evidence))).isEqualTo(Refusal.KIND_NOT_OF_ISSUER);
    }

    @Test
    void aProductionBookTakesNothingMadeUp() {
        assertThat(why(it.approved(new TrustCommand.TrustIssuer(2, 63, it.issuer.key()))))
                .isEqualTo(Refusal.DEMONSTRATION_REFUSED);
        assertThat(why(it.approved(new TrustCommand.SetRule(EvidenceKind.DEMONSTRATION, 2, 0, 0, 1))))
                .isEqualTo(Refusal.DEMONSTRATION_REFUSED);
        assertThat(why(presents(it.evidence(AIKO, EvidenceKind.DEMONSTRATION, person(AIKO), Token.NONE))))
                .isEqualTo(Refusal.KIND_NOT_OF_ISSUER);
    }

    @Test
    void evidenceForAnotherBookOrOfAnotherTimeIsRefused() {
        Evidence chip = chip(AIKO);
        assertThat(why(presents(with(chip, new BookId(2), chip.issued(), chip.expires()))))
                .isEqualTo(Refusal.EVIDENCE_OF_ANOTHER_BOOK);
        assertThat(why(presents(with(chip, chip.book(), it.now + 60_001, chip.expires()))))
                .isEqualTo(Refusal.EVIDENCE_STALE);
        assertThat(why(presents(with(chip, chip.book(), it.now - 900_001, chip.expires()))))
                .isEqualTo(Refusal.EVIDENCE_STALE);
        assertThat(why(presents(with(chip, chip.book(), it.now - 10, it.now)))).isEqualTo(Refusal.EVIDENCE_EXPIRED);
    }

    private static Evidence with(Evidence it, BookId book, long issued, long expires) {
        return new Evidence(
                book,
                it.issuer(),
                it.id(),
                it.kind(),
                it.person(),
                it.wallet(),
                it.subject(),
                it.sources(),
                issued,
                expires,
                it.nonce());
    }

    @Test
    void aWalletBelongsToOnePersonForGood() {
        presents(chip(AIKO));
        assertThat(why(presents(it.evidence(AIKO, EvidenceKind.IC_CHIP, person(BEN), Token.NONE))))
                .isEqualTo(Refusal.WALLET_OF_ANOTHER_PERSON);
    }

    @Test
    void aPersonHasAsManyWalletsAsTheBookSays() {
        presents(chip(AIKO));
        presents(it.evidence(BEN, EvidenceKind.IC_CHIP, person(AIKO), Token.NONE));
        assertThat(why(presents(it.evidence(THIEF, EvidenceKind.IC_CHIP, person(AIKO), Token.NONE))))
                .isEqualTo(Refusal.TOO_MANY_WALLETS);
    }

    @Test
    void whatADocumentImageIsWorthEndsOnItsDay() {
        presents(it.evidence(AIKO, EvidenceKind.DOCUMENT_IMAGE, person(AIKO), Token.NONE));
        it.say(new IdentityCommand.AddAuthenticator(AIKO, new Token(1, 1), it.passkey.key(), true, false));
        assertThat(it.events)
                .anyMatch(event -> event instanceof Event.EvidenceAccepted accepted && accepted.ial() == 1);
        it.events.clear();
        it.pass(100 * Checkpoint.DAY);
        assertThat(it.events).contains(new Event.AssuranceChanged(AIKO, 0, 0));
    }

    @Test
    void anUnverifiedWalletReceivesNothing() {
        Checkpoint world = Checkpoint.verified();
        world.topUp(AIKO, world.active(AIKO, Checkpoint.STRONG, Checkpoint.ACCOUNT), 5_000);
        assertThat(why(world.say(new TransferCommand.Send(AIKO, THIEF, Checkpoint.yen(1), false, 0))))
                .isEqualTo(Refusal.PAYEE_UNVERIFIED);
        assertThat(world.balance(THIEF)).isZero();
        assertThat(world.say(new TransferCommand.Send(AIKO, BEN, Checkpoint.yen(1), false, 0))
                        .accepted())
                .isTrue();
    }

    @Test
    void noTierIsAboveTheAssurance() {
        assertThat(why(it.say(new WalletCommand.Open(new WalletId(9), Checkpoint.VERIFIED, Currency.JPY, 0, 0))))
                .isEqualTo(Refusal.TIER_ABOVE_ASSURANCE);
        it.say(new IdentityCommand.AddAuthenticator(THIEF, Checkpoint.credential(THIEF), it.passkey.key(), true, true));
        assertThat(why(it.owned(new WalletCommand.SetTier(THIEF, Checkpoint.VERIFIED), THIEF)))
                .isEqualTo(Refusal.TIER_ABOVE_ASSURANCE);
    }
}
