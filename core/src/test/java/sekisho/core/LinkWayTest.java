package sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.core.Checkpoint.ACCOUNT;
import static sekisho.core.Checkpoint.AIKO;
import static sekisho.core.Checkpoint.BEN;
import static sekisho.core.Checkpoint.BOOK;
import static sekisho.core.Checkpoint.HOUR;
import static sekisho.core.Checkpoint.PLAIN;
import static sekisho.core.Checkpoint.STRONG;
import static sekisho.core.Checkpoint.THIEF;
import static sekisho.core.Checkpoint.WEAK;
import static sekisho.core.Checkpoint.nonce;
import static sekisho.core.Checkpoint.person;
import static sekisho.core.Checkpoint.session;
import static sekisho.core.Checkpoint.why;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BankResult;
import sekisho.protocol.BookId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.CheckpointOutcome;
import sekisho.protocol.Event;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.LinkReason;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Purpose;
import sekisho.protocol.Refusal;
import sekisho.protocol.Token;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletId;

final class LinkWayTest {

    private final Checkpoint it = Checkpoint.verified();

    private BankResult match(OperationId link) {
        return it.result(AIKO, STRONG, link, Purpose.LINK, BankAnswer.MTCH);
    }

    @Test
    void theOldWayIsClosed() {
        assertThat(why(it.say(new LinkCommand.Request(AIKO, STRONG)))).isEqualTo(Refusal.LINK_NEEDS_CHECKPOINT);
        assertThat(why(it.say(new LinkCommand.Activate(AIKO, OperationId.NONE, 1))))
                .isEqualTo(Refusal.LINK_NEEDS_CHECKPOINT);
    }

    @Test
    void nobodyGoesToABankUnverified() {
        it.say(new IdentityCommand.AddAuthenticator(THIEF, Checkpoint.credential(THIEF), it.passkey.key(), true, true));
        assertThat(why(it.owned(ask(THIEF, 1), THIEF))).isEqualTo(Refusal.WALLET_UNVERIFIED);
    }

    private static CheckpointCommand.Ask ask(WalletId wallet, int method) {
        return new CheckpointCommand.Ask(wallet, STRONG, method, session(), nonce());
    }

    @Test
    void aMatchAtAPhishingResistantBankCoolsOffAndBecomesActive() {
        OperationId link = it.atBank(AIKO, STRONG);
        assertThat(it.report(match(link)))
                .isEqualTo(new CheckpointOutcome.Moved(LinkStatus.COOLING_OFF, it.now + HOUR));
        it.pass(HOUR - 1);
        assertThat(it.status(link)).isEqualTo(LinkStatus.COOLING_OFF);
        it.pass(1);
        assertThat(it.status(link)).isEqualTo(LinkStatus.ACTIVE);
    }

    @Test
    void whateverAResultIsBoundToHasToFit() {
        OperationId link = it.atBank(AIKO, STRONG);
        BankResult right = match(link);
        Map<Refusal, BankResult> wrong = new LinkedHashMap<>();
        wrong.put(Refusal.RESULT_OF_ANOTHER_BOOK, with(right, 0, new BookId(2)));
        wrong.put(Refusal.BANK_KEY_NOT_TRUSTED, with(right, 2, 2));
        wrong.put(Refusal.RESULT_OF_ANOTHER_BANK, with(right, 1, PLAIN));
        wrong.put(Refusal.RESULT_FOR_ANOTHER_WALLET, with(right, 3, BEN));
        wrong.put(Refusal.RESULT_FOR_ANOTHER_PERSON, with(right, 4, person(BEN)));
        wrong.put(Refusal.LINK_NOT_FOUND, with(right, 5, new OperationId(1, 1)));
        wrong.put(Refusal.RESULT_FOR_ANOTHER_SESSION, with(right, 6, new Token(1, 1)));
        wrong.put(Refusal.NONCE_NOT_KNOWN, with(right, 8, new Token(1, 1)));
        wrong.put(Refusal.RESULT_FOR_ANOTHER_PURPOSE, with(right, 9, Purpose.UNLOCK));
        wrong.put(Refusal.RESULT_EXPIRED, with(right, 11, it.now));
        wrong.forEach((refusal, result) -> assertThat(why(it.report(result))).isEqualTo(refusal));
        assertThat(why(it.say(new CheckpointCommand.Report(right, new Signer().sign(right.canonical())))))
                .isEqualTo(Refusal.RESULT_FORGED);
        assertThat(why(it.say(new CheckpointCommand.Report(
                        right, it.bank.sign(with(right, 7, new Token(1, 1)).canonical())))))
                .as("signed for another account")
                .isEqualTo(Refusal.RESULT_FORGED);
        assertThat(it.report(right).accepted()).isTrue();
        assertThat(why(it.report(right))).isEqualTo(Refusal.NONCE_USED);
    }

    /** The result with one component changed. */
    static BankResult with(BankResult it, int place, Object value) {
        Object[] values = {
            it.book(),
            it.bank(),
            it.key(),
            it.wallet(),
            it.person(),
            it.link(),
            it.session(),
            it.account(),
            it.nonce(),
            it.purpose(),
            it.answer(),
            it.expires()
        };
        values[place] = value;
        try {
            return (BankResult) BankResult.class.getConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a result can be made", e);
        }
    }

    @Test
    void onlyAMatchMakesALink() {
        assertThat(answered(BankAnswer.NMTC)).isEqualTo(new CheckpointOutcome.Denied(Refusal.NO_MATCH));
        assertThat(answered(BankAnswer.NOAP)).isEqualTo(new CheckpointOutcome.Denied(Refusal.MATCH_NOT_POSSIBLE));
        assertThat(answered(BankAnswer.CMTC)).isEqualTo(new CheckpointOutcome.Denied(Refusal.CLOSE_MATCH_ONLY));
        assertThat(answered(BankAnswer.FAILED)).isEqualTo(new CheckpointOutcome.Denied(Refusal.IDENTIFICATION_FAILED));
    }

    private Outcome answered(BankAnswer answer) {
        OperationId link = it.atBank(AIKO, STRONG);
        Outcome outcome = it.report(it.result(AIKO, STRONG, link, Purpose.LINK, answer));
        assertThat(it.status(link)).isEqualTo(LinkStatus.CLOSED);
        return outcome;
    }

    @Test
    void triesOnAnAccountAreCountedOverAllWallets() {
        for (int i = 0; i < 5; i++) {
            answered(BankAnswer.FAILED);
        }
        assertThat(why(it.owned(ask(AIKO, 1), AIKO))).isEqualTo(Refusal.TOO_MANY_TRIES_WALLET);
        OperationId link = it.atBank(BEN, STRONG);
        assertThat(it.report(it.result(BEN, STRONG, link, Purpose.LINK, BankAnswer.MTCH)))
                .as("the right one comes too late")
                .isEqualTo(new CheckpointOutcome.Denied(Refusal.TOO_MANY_TRIES_ACCOUNT));
        assertThat(it.events).filteredOn(Event.TryFailed.class::isInstance).hasSize(6);
        it.pass(25 * HOUR);
        assertThat(it.owned(ask(AIKO, 1), AIKO).accepted()).isTrue();
    }

    @Test
    void anAccountBelongsToOnePerson() {
        it.active(AIKO, STRONG, ACCOUNT);
        OperationId link = it.atBank(BEN, STRONG);
        assertThat(it.report(it.result(BEN, STRONG, link, Purpose.LINK, BankAnswer.MTCH)))
                .isEqualTo(new CheckpointOutcome.Denied(Refusal.ACCOUNT_OF_ANOTHER_PERSON));
    }

    @Test
    void silenceIsNoConsentBelowPhishingResistant() {
        OperationId link = it.atBank(AIKO, PLAIN);
        it.report(it.result(AIKO, PLAIN, link, Purpose.LINK, BankAnswer.MTCH));
        it.report(it.result(AIKO, PLAIN, link, Purpose.NOTICE, BankAnswer.DELIVERED));
        it.pass(29 * Checkpoint.DAY);
        assertThat(it.status(link)).isEqualTo(LinkStatus.WAITING_FOR_HOLDER);
        it.pass(Checkpoint.DAY);
        assertThat(it.status(link)).isEqualTo(LinkStatus.CLOSED);
        OperationId again = it.atBank(AIKO, PLAIN);
        it.report(it.result(AIKO, PLAIN, again, Purpose.LINK, BankAnswer.MTCH));
        it.report(it.result(AIKO, PLAIN, again, Purpose.CONSENT, BankAnswer.CONFIRMED));
        it.pass(HOUR);
        assertThat(it.status(again)).isEqualTo(LinkStatus.ACTIVE);
    }

    @Test
    void aNoticeThatDidNotArriveOrWentToYoungContactsLeavesTheLinkWaiting() {
        OperationId link = it.atBank(AIKO, WEAK);
        it.report(it.result(AIKO, WEAK, link, Purpose.LINK, BankAnswer.MTCH));
        it.report(it.result(AIKO, WEAK, link, Purpose.NOTICE, BankAnswer.UNDELIVERED));
        it.report(it.result(AIKO, WEAK, link, Purpose.NOTICE, BankAnswer.YOUNG_CONTACT));
        assertThat(it.status(link)).isEqualTo(LinkStatus.WAITING_FOR_HOLDER);
        it.report(it.result(AIKO, WEAK, link, Purpose.NOTICE, BankAnswer.DELIVERED));
        assertThat(it.status(link)).isEqualTo(LinkStatus.COOLING_OFF);
        assertThat(why(it.report(it.result(AIKO, WEAK, link, Purpose.NOTICE, BankAnswer.DELIVERED))))
                .isEqualTo(Refusal.LINK_NOT_WAITING);
    }

    @Test
    void theHolderEndsALinkAtAnyTime() {
        OperationId link = it.active(AIKO, STRONG, ACCOUNT);
        assertThat(why(it.report(Checkpoint.about(
                        it.result(AIKO, STRONG, link, Purpose.CONSENT, BankAnswer.OBJECTED), new Token(5, 5)))))
                .isEqualTo(Refusal.RESULT_FOR_ANOTHER_ACCOUNT);
        assertThat(it.report(it.result(AIKO, STRONG, link, Purpose.CONSENT, BankAnswer.OBJECTED)))
                .isEqualTo(new CheckpointOutcome.Moved(LinkStatus.CLOSED, 0));
        assertThat(why(it.topUp(AIKO, link, 1_000))).isEqualTo(Refusal.LINK_NOT_ACTIVE);
    }

    @Test
    void whoeverIsAtTheBankWhenItIsStoppedComesBackToAClosedGate() {
        OperationId link = it.atBank(AIKO, STRONG);
        it.approvedByOne(new BankCommand.Suspend(STRONG, BankOperation.LINKS, 1));
        assertThat(why(it.report(match(link)))).isEqualTo(Refusal.BANK_SUSPENDED);
        it.approved(new BankCommand.Reopen(STRONG, BankOperation.LINKS, 1));
        it.approvedByOne(new TrustCommand.StopMethod(1, BankOperation.LINKS, 1));
        assertThat(why(it.report(match(link)))).isEqualTo(Refusal.METHOD_STOPPED);
        assertThat(why(it.owned(ask(BEN, 1), BEN))).isEqualTo(Refusal.METHOD_STOPPED);
        it.approved(new TrustCommand.OpenMethod(1, BankOperation.LINKS, 1));
        assertThat(it.report(match(link)).accepted()).isTrue();
    }

    @Test
    void aMethodThatIsNotTheBanksIsRefused() {
        assertThat(why(it.owned(ask(AIKO, 9), AIKO))).isEqualTo(Refusal.METHOD_NOT_OF_BANK);
    }

    @Test
    void aBankWithoutADescriptionIsNotLinked() {
        var unknown = new sekisho.protocol.BankId(9_009);
        it.approved(new BankCommand.Register(unknown));
        assertThat(why(it.owned(new CheckpointCommand.Ask(AIKO, unknown, 1, session(), nonce()), AIKO)))
                .isEqualTo(Refusal.BANK_NOT_DESCRIBED);
    }

    @Test
    void nobodyStaysAtTheBankForMoreThanAQuarterOfAnHour() {
        OperationId link = it.atBank(AIKO, STRONG);
        assertThat(why(it.say(new CheckpointCommand.Depart(AIKO, link)))).isEqualTo(Refusal.LINK_NOT_REQUESTED);
        it.pass(900_000);
        assertThat(it.status(link)).isEqualTo(LinkStatus.CLOSED);
        assertThat(why(it.report(match(link)))).isEqualTo(Refusal.LINK_NOT_AT_BANK);
    }

    @Test
    void aDescriptionLoweredToAPinSuspendsItsLinksAndClosesItsSwitchesAtOnce() {
        OperationId link = it.active(AIKO, STRONG, ACCOUNT);
        it.events.clear();
        assertThat(it.approvedByOne(new TrustCommand.Describe(STRONG, Checkpoint.description(2, 1)))
                        .accepted())
                .as("it only tightens")
                .isTrue();
        assertThat(it.status(link)).isEqualTo(LinkStatus.SUSPENDED);
        assertThat(it.events)
                .anyMatch(event -> event instanceof Event.LinkMoved moved && moved.reason() == LinkReason.BELOW_FLOOR);
        assertThat(it.events)
                .filteredOn(event -> event instanceof Event.BankChanged changed && !changed.open())
                .hasSize(3);
        assertThat(why(it.approvedByOne(new TrustCommand.Describe(STRONG, Checkpoint.description(3, 31)))))
                .isEqualTo(Refusal.APPROVALS_MISSING);
        assertThat(why(it.describe(STRONG, 2, 31))).isEqualTo(Refusal.DESCRIPTION_NOT_NEWER);
        it.describe(STRONG, 3, 31);
        assertThat(why(it.owned(new CheckpointCommand.Again(AIKO, link, session(), nonce()), AIKO)))
                .as("a switch does not open by itself")
                .isEqualTo(Refusal.BANK_SUSPENDED);
        it.approved(new BankCommand.Reopen(STRONG, BankOperation.LINKS, 1));
        assertThat(it.owned(new CheckpointCommand.Again(AIKO, link, session(), nonce()), AIKO)
                        .accepted())
                .isTrue();
        it.say(new CheckpointCommand.Depart(AIKO, link));
        assertThat(why(it.report(match(link)))).isEqualTo(Refusal.RESULT_FOR_ANOTHER_PURPOSE);
        it.report(it.result(AIKO, STRONG, link, Purpose.REVERIFY, BankAnswer.MTCH));
        it.pass(HOUR);
        assertThat(it.status(link)).isEqualTo(LinkStatus.ACTIVE);
    }

    @Test
    void aRaisedFloorSuspendsWhatIsBelowIt() {
        OperationId link = it.active(AIKO, WEAK, ACCOUNT);
        assertThat(it.approvedByOne(new TrustCommand.SetFloor(
                                BankOperation.LINKS, sekisho.protocol.LinkStrength.TWO_FACTOR, 2, false))
                        .accepted())
                .isTrue();
        assertThat(it.status(link)).isEqualTo(LinkStatus.SUSPENDED);
        assertThat(why(it.owned(new CheckpointCommand.Ask(AIKO, WEAK, 1, session(), nonce()), AIKO)))
                .isEqualTo(Refusal.BANK_SUSPENDED);
        it.approved(new BankCommand.Reopen(WEAK, BankOperation.LINKS, 1));
        assertThat(why(it.owned(new CheckpointCommand.Ask(AIKO, WEAK, 1, session(), nonce()), AIKO)))
                .isEqualTo(Refusal.LINK_BELOW_FLOOR);
    }

    @Test
    void staffSuspendALink() {
        OperationId link = it.active(AIKO, STRONG, ACCOUNT);
        var suspend = new CheckpointCommand.Suspend(AIKO, link, 3);
        assertThat(why(it.say(suspend))).isEqualTo(Refusal.APPROVALS_MISSING);
        it.approvedByOne(suspend);
        assertThat(it.status(link)).isEqualTo(LinkStatus.SUSPENDED);
        assertThat(why(it.approvedByOne(suspend))).isEqualTo(Refusal.LINK_NOT_ACTIVE);
    }

    @Test
    void linkingAddsNoIdentity() {
        it.active(AIKO, STRONG, ACCOUNT);
        assertThat(it.say(it.present(it.evidence(AIKO))))
                .isEqualTo(new sekisho.protocol.IdentityOutcome.Accepted(2, 2));
        assertThat(it.events).noneMatch(Event.AssuranceChanged.class::isInstance);
        assertThat(BOOK).isEqualTo(BookId.FIRST);
    }
}
