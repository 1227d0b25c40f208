package sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.core.Checkpoint.ACCOUNT;
import static sekisho.core.Checkpoint.AIKO;
import static sekisho.core.Checkpoint.BEN;
import static sekisho.core.Checkpoint.STRONG;
import static sekisho.core.Checkpoint.THIEF;
import static sekisho.core.Checkpoint.WEAK;
import static sekisho.core.Checkpoint.nonce;
import static sekisho.core.Checkpoint.person;
import static sekisho.core.Checkpoint.session;
import static sekisho.core.Checkpoint.why;

import org.junit.jupiter.api.Test;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankResult;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.CheckpointOutcome;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Purpose;
import sekisho.protocol.Refusal;
import sekisho.protocol.Token;
import sekisho.protocol.WalletCommand;

/** A thief who is verified as himself, and a bank that signs whatever it likes with its own key. */
final class HostileTest {

    private static final Token OTHER = new Token(500, 77);

    private final Checkpoint it = Checkpoint.verified();

    private void verifyTheThief() {
        it.say(new IdentityCommand.AddAuthenticator(THIEF, Checkpoint.credential(THIEF), it.passkey.key(), true, true));
        it.say(it.present(it.evidence(THIEF)));
        it.owned(new WalletCommand.SetTier(THIEF, Checkpoint.VERIFIED), THIEF);
    }

    @Test
    void whoeverIsVerifiedAsSomebodyElseDoesNotMatch() {
        verifyTheThief();
        OperationId link = it.atBank(THIEF, WEAK);
        assertThat(it.report(it.result(THIEF, WEAK, link, Purpose.LINK, BankAnswer.NMTC)))
                .isEqualTo(new CheckpointOutcome.Denied(Refusal.NO_MATCH));
        assertThat(it.status(link)).isEqualTo(LinkStatus.CLOSED);
        assertThat(why(it.topUp(THIEF, link, 1_000))).isEqualTo(Refusal.LINK_NOT_ACTIVE);
    }

    /** What a genuine word was said to another, he shows for himself. */
    @Test
    void aWordAboutTheVictimIsNoWordAboutTheThief() {
        verifyTheThief();
        OperationId link = it.atBank(THIEF, WEAK);
        BankResult own = it.result(THIEF, WEAK, link, Purpose.LINK, BankAnswer.MTCH);
        assertThat(why(it.report(LinkWayTest.with(own, 4, person(AIKO))))).isEqualTo(Refusal.RESULT_FOR_ANOTHER_PERSON);
        assertThat(why(it.report(LinkWayTest.with(own, 3, AIKO)))).isEqualTo(Refusal.RESULT_FOR_ANOTHER_WALLET);
        OperationId victims = it.atBank(AIKO, WEAK);
        BankResult hers = it.result(AIKO, WEAK, victims, Purpose.LINK, BankAnswer.MTCH);
        assertThat(why(it.report(LinkWayTest.with(hers, 5, link)))).isEqualTo(Refusal.RESULT_FOR_ANOTHER_WALLET);
    }

    @Test
    void aBankThatSignsAMatchForAnotherPersonIsRefused() {
        BankResult right = right();
        assertThat(why(it.report(LinkWayTest.with(right, 4, person(BEN)))))
                .isEqualTo(Refusal.RESULT_FOR_ANOTHER_PERSON);
        assertThat(why(it.report(LinkWayTest.with(right, 4, Token.NONE)))).isEqualTo(Refusal.RESULT_FOR_ANOTHER_PERSON);
    }

    @Test
    void aBankThatSignsAMatchForAnotherPurposeIsRefused() {
        BankResult right = right();
        assertThat(why(it.report(LinkWayTest.with(right, 9, Purpose.REVERIFY))))
                .isEqualTo(Refusal.RESULT_FOR_ANOTHER_PURPOSE);
    }

    @Test
    void aBankThatSignsAMatchForAnotherNonceIsRefused() {
        BankResult right = right();
        assertThat(why(it.report(LinkWayTest.with(right, 8, new Token(1, 1))))).isEqualTo(Refusal.NONCE_NOT_KNOWN);
        it.report(right);
        assertThat(why(it.report(right))).isEqualTo(Refusal.NONCE_USED);
    }

    /** A new link names no account before its bank does; from then on it is that one, and one person's. */
    @Test
    void aBankThatSignsAMatchForAnotherAccountIsRefused() {
        OperationId link = it.active(AIKO, STRONG, ACCOUNT);
        it.approvedByOne(new CheckpointCommand.Suspend(AIKO, link, 1));
        it.owned(new CheckpointCommand.Again(AIKO, link, session(), nonce()), AIKO);
        it.say(new CheckpointCommand.Depart(AIKO, link));
        BankResult again = it.result(AIKO, STRONG, link, Purpose.REVERIFY, BankAnswer.MTCH);
        assertThat(why(it.report(Checkpoint.about(again, OTHER)))).isEqualTo(Refusal.RESULT_FOR_ANOTHER_ACCOUNT);
        BankResult consent = it.result(AIKO, STRONG, link, Purpose.CONSENT, BankAnswer.CONFIRMED);
        assertThat(why(it.report(Checkpoint.about(consent, OTHER)))).isEqualTo(Refusal.RESULT_FOR_ANOTHER_ACCOUNT);
        OperationId bens = it.atBank(BEN, STRONG);
        assertThat(it.report(it.result(BEN, STRONG, bens, Purpose.LINK, BankAnswer.MTCH)))
                .isEqualTo(new CheckpointOutcome.Denied(Refusal.ACCOUNT_OF_ANOTHER_PERSON));
    }

    private BankResult right() {
        return it.result(AIKO, STRONG, it.atBank(AIKO, STRONG), Purpose.LINK, BankAnswer.MTCH);
    }
}
