package sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.core.Checkpoint.ACCOUNT;
import static sekisho.core.Checkpoint.AIKO;
import static sekisho.core.Checkpoint.BEN;
import static sekisho.core.Checkpoint.DAY;
import static sekisho.core.Checkpoint.HOUR;
import static sekisho.core.Checkpoint.SHOP;
import static sekisho.core.Checkpoint.STRONG;
import static sekisho.core.Checkpoint.WEAK;
import static sekisho.core.Checkpoint.nonce;
import static sekisho.core.Checkpoint.session;
import static sekisho.core.Checkpoint.why;
import static sekisho.core.Checkpoint.yen;

import org.junit.jupiter.api.Test;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BankResult;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.CheckpointOutcome;
import sekisho.protocol.DoorResult;
import sekisho.protocol.Event;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.InstructionOutcome;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.LockReason;
import sekisho.protocol.LockStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Purpose;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.Token;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;

/** Whoever holds a bank account may lock it, customer or not. */
final class DoorTest {

    private final Checkpoint it = Checkpoint.verified();

    private OperationId knock(BankId bank, Purpose purpose) {
        Request request = it.request(new CheckpointCommand.Knock(bank, 1, purpose, session(), nonce()));
        assertThat(it.send(request)).isEqualTo(new CheckpointOutcome.Expected(it.now + 900_000));
        return request.operation();
    }

    private DoorResult result(BankId bank, OperationId visit, Purpose purpose, BankAnswer answer) {
        return new DoorResult(
                Checkpoint.BOOK, bank, 1, visit, session(), ACCOUNT, nonce(), purpose, answer, it.now + HOUR);
    }

    private Outcome prove(DoorResult result) {
        return it.say(new CheckpointCommand.Prove(result, it.bank.sign(result.canonical())));
    }

    private Outcome door(BankId bank) {
        return prove(result(bank, knock(bank, Purpose.DOOR), Purpose.DOOR, BankAnswer.MTCH));
    }

    private Outcome unlock(BankId bank) {
        return prove(result(bank, knock(bank, Purpose.UNLOCK), Purpose.UNLOCK, BankAnswer.MTCH));
    }

    private Outcome locked(LockStatus status, long until) {
        return new CheckpointOutcome.Locked(status, until);
    }

    @Test
    void aWeakProofLocksForThreeDaysAndNoLongerHoweverOftenItComes() {
        OperationId link = it.active(AIKO, WEAK, ACCOUNT);
        it.pass(DAY);
        long until = it.now + 3 * DAY;
        assertThat(door(WEAK)).isEqualTo(locked(LockStatus.WEAK, until));
        assertThat(why(it.topUp(AIKO, link, 1_000))).isEqualTo(Refusal.ACCOUNT_LOCKED);
        it.pass(2 * DAY);
        assertThat(door(WEAK)).isEqualTo(locked(LockStatus.WEAK, until));
        it.pass(DAY);
        assertThat(it.events)
                .contains(new Event.LockMoved(WEAK, ACCOUNT, LockStatus.OPEN, LockReason.LAPSED, false, 0));
        assertThat(it.topUp(AIKO, link, 1_000).accepted()).isTrue();
    }

    @Test
    void aStrongProofLocksUntilItIsLiftedAndSuspendsTheLinks() {
        OperationId link = it.active(AIKO, STRONG, ACCOUNT);
        assertThat(door(STRONG)).isEqualTo(locked(LockStatus.STRONG, 0));
        assertThat(it.status(link)).isEqualTo(LinkStatus.SUSPENDED);
        it.pass(10 * DAY);
        it.owned(new CheckpointCommand.Again(AIKO, link, session(), nonce()), AIKO);
        it.say(new CheckpointCommand.Depart(AIKO, link));
        BankResult again = it.result(AIKO, STRONG, link, Purpose.REVERIFY, BankAnswer.MTCH);
        assertThat(it.report(again)).isEqualTo(new CheckpointOutcome.Denied(Refusal.ACCOUNT_LOCKED));
    }

    @Test
    void whoeverIsNoCustomerForbidsLinkingBeforeThereIsALink() {
        door(STRONG);
        OperationId link = it.atBank(AIKO, STRONG);
        assertThat(it.report(it.result(AIKO, STRONG, link, Purpose.LINK, BankAnswer.MTCH)))
                .isEqualTo(new CheckpointOutcome.Denied(Refusal.ACCOUNT_LOCKED));
        assertThat(it.events).anyMatch(Event.TryFailed.class::isInstance);
    }

    @Test
    void aLockOfOneBankIsNoneOfAnother() {
        door(WEAK);
        OperationId link = it.active(AIKO, STRONG, ACCOUNT);
        assertThat(it.topUp(AIKO, link, 1_000).accepted()).isTrue();
    }

    @Test
    void moneyFromALockedAccountIsHeldAlsoWhereItWentAndAfterItWouldHaveGrownOld() {
        OperationId link = it.active(AIKO, STRONG, ACCOUNT);
        it.topUp(AIKO, link, 10_000);
        it.say(new TransferCommand.Send(AIKO, BEN, yen(4_000), false, 0));
        door(STRONG);
        assertThat(it.say(new PaymentCommand.Pay(AIKO, SHOP, yen(1), 0)))
                .isEqualTo(new Refused(Refusal.MONEY_DISPUTED, 0));
        assertThat(it.say(new TransferCommand.Send(BEN, AIKO, yen(1), false, 0)))
                .isEqualTo(new Refused(Refusal.MONEY_DISPUTED, 0));
        it.pass(30 * DAY);
        assertThat(it.say(new PaymentCommand.Pay(BEN, SHOP, yen(1), 0)))
                .isEqualTo(new Refused(Refusal.MONEY_DISPUTED, 0));
        unlock(STRONG);
        it.pass(3 * DAY);
        assertThat(it.say(new PaymentCommand.Pay(BEN, SHOP, yen(4_000), 0)).accepted())
                .isTrue();
    }

    @Test
    void otherMoneyOfTheSameWalletIsSpentAndTheDisputedLast() {
        OperationId link = it.active(AIKO, STRONG, ACCOUNT);
        it.topUp(AIKO, link, 5_000);
        OperationId other = it.active(AIKO, STRONG, new Token(500, 2));
        it.topUp(AIKO, other, 3_000);
        door(STRONG);
        assertThat(it.say(new PaymentCommand.Pay(AIKO, SHOP, yen(3_001), 0)))
                .isEqualTo(new Refused(Refusal.MONEY_DISPUTED, 3_000));
        assertThat(it.say(new PaymentCommand.Pay(AIKO, SHOP, yen(3_000), 0)).accepted())
                .isTrue();
        assertThat(it.say(new PaymentCommand.Pay(AIKO, SHOP, yen(1), 0)))
                .isEqualTo(new Refused(Refusal.MONEY_DISPUTED, 0));
    }

    @Test
    void moneyThatWasOldWhenTheLockCameIsFree() {
        OperationId link = it.active(AIKO, STRONG, ACCOUNT);
        it.topUp(AIKO, link, 5_000);
        it.pass(3 * DAY);
        door(STRONG);
        assertThat(it.say(new PaymentCommand.Pay(AIKO, SHOP, yen(5_000), 0)).accepted())
                .isTrue();
    }

    @Test
    void whatIsNotClaimedYetIsWithdrawn() {
        OperationId link = it.active(AIKO, WEAK, ACCOUNT);
        it.pass(DAY);
        Request start = it.request(new TopUpCommand.Start(AIKO, link, yen(1_000)));
        it.send(start);
        door(WEAK);
        assertThat(it.say(new InstructionCommand.Claim(start.operation(), 60_000)))
                .isEqualTo(new InstructionOutcome.Withdrawn(yen(1_000)));
        assertThat(it.owned(new CashOutCommand.Start(AIKO, link, yen(1)), AIKO))
                .isEqualTo(new Refused(Refusal.ACCOUNT_LOCKED, 0));
    }

    @Test
    void aLinkDoesNotBecomeActiveWhileItsAccountIsLocked() {
        OperationId link = it.atBank(AIKO, WEAK);
        it.report(it.result(AIKO, WEAK, link, Purpose.LINK, BankAnswer.MTCH));
        it.report(it.result(AIKO, WEAK, link, Purpose.NOTICE, BankAnswer.DELIVERED));
        door(WEAK);
        it.pass(3 * DAY);
        assertThat(it.status(link)).isEqualTo(LinkStatus.COOLING_OFF);
        it.pass(HOUR);
        assertThat(it.status(link)).isEqualTo(LinkStatus.ACTIVE);
    }

    @Test
    void liftingNeedsAStrongProofAndThreeDays() {
        door(WEAK);
        assertThat(unlock(WEAK)).isEqualTo(new CheckpointOutcome.Denied(Refusal.PROOF_TOO_WEAK));
        it.active(AIKO, STRONG, ACCOUNT);
        door(STRONG);
        assertThat(unlock(STRONG)).isEqualTo(locked(LockStatus.LIFTING, it.now + 3 * DAY));
        it.pass(3 * DAY - 1);
        OperationId link = it.atBank(AIKO, STRONG);
        assertThat(it.report(it.result(AIKO, STRONG, link, Purpose.LINK, BankAnswer.MTCH)))
                .isEqualTo(new CheckpointOutcome.Denied(Refusal.ACCOUNT_LOCKED));
        it.pass(1);
        assertThat(it.events)
                .contains(new Event.LockMoved(STRONG, ACCOUNT, LockStatus.OPEN, LockReason.LIFTED, false, 0));
        assertThat(unlock(STRONG)).isEqualTo(locked(LockStatus.OPEN, 0));
    }

    @Test
    void aClaimStopsTheLifting() {
        door(STRONG);
        unlock(STRONG);
        it.pass(DAY);
        assertThat(door(STRONG)).isEqualTo(locked(LockStatus.STRONG, 0));
    }

    @Test
    void staffLockAloneAndLiftInPairs() {
        var lock = new CheckpointCommand.LockAccount(WEAK, ACCOUNT, 1);
        assertThat(why(it.say(lock))).isEqualTo(Refusal.APPROVALS_MISSING);
        assertThat(it.approvedByOne(lock)).isEqualTo(locked(LockStatus.STRONG, 0));
        var lift = new CheckpointCommand.LiftLock(WEAK, ACCOUNT, 1);
        assertThat(why(it.approvedByOne(lift))).isEqualTo(Refusal.APPROVALS_MISSING);
        assertThat(it.approved(lift)).isEqualTo(locked(LockStatus.LIFTING, it.now + 3 * DAY));
        it.pass(3 * DAY);
        assertThat(why(it.approved(lift))).isEqualTo(Refusal.ACCOUNT_NOT_LOCKED);
    }

    @Test
    void afterARejectedClaimNothingFreezesByItself() {
        OperationId link = it.active(AIKO, STRONG, ACCOUNT);
        it.topUp(AIKO, link, 5_000);
        door(STRONG);
        var reject = new CheckpointCommand.RejectClaim(STRONG, ACCOUNT, 1);
        assertThat(why(it.approvedByOne(reject))).isEqualTo(Refusal.APPROVALS_MISSING);
        assertThat(it.approved(reject)).isEqualTo(locked(LockStatus.OPEN, 0));
        assertThat(door(STRONG)).as("a link-lock still").isEqualTo(locked(LockStatus.STRONG, 0));
        assertThat(it.say(new PaymentCommand.Pay(AIKO, SHOP, yen(5_000), 0)).accepted())
                .as("but no freeze")
                .isTrue();
    }

    @Test
    void afterARejectedClaimAWeakProofDoesNothing() {
        door(WEAK);
        it.approved(new CheckpointCommand.RejectClaim(WEAK, ACCOUNT, 1));
        assertThat(door(WEAK)).isEqualTo(locked(LockStatus.OPEN, 0));
        assertThat(it.active(AIKO, WEAK, ACCOUNT)).isNotNull();
    }

    @Test
    void whateverAVisitIsBoundToHasToFit() {
        OperationId visit = knock(STRONG, Purpose.UNLOCK);
        DoorResult right = result(STRONG, visit, Purpose.UNLOCK, BankAnswer.MTCH);
        assertThat(why(prove(result(WEAK, visit, Purpose.UNLOCK, BankAnswer.MTCH))))
                .isEqualTo(Refusal.RESULT_OF_ANOTHER_BANK);
        assertThat(why(prove(result(STRONG, visit, Purpose.DOOR, BankAnswer.MTCH))))
                .isEqualTo(Refusal.RESULT_FOR_ANOTHER_PURPOSE);
        assertThat(why(prove(with(right, new Token(1, 1), nonce())))).isEqualTo(Refusal.RESULT_FOR_ANOTHER_SESSION);
        assertThat(why(prove(with(right, session(), new Token(1, 1))))).isEqualTo(Refusal.NONCE_NOT_KNOWN);
        assertThat(why(it.say(new CheckpointCommand.Prove(right, new Signer().sign(right.canonical())))))
                .isEqualTo(Refusal.RESULT_FORGED);
        it.approvedByOne(new BankCommand.Suspend(STRONG, BankOperation.LINKS, 1));
        assertThat(why(prove(right))).as("nothing is lifted there").isEqualTo(Refusal.BANK_SUSPENDED);
        assertThat(door(STRONG)).as("but locked").isEqualTo(locked(LockStatus.STRONG, 0));
        it.approved(new BankCommand.Reopen(STRONG, BankOperation.LINKS, 1));
        assertThat(prove(right).accepted()).isTrue();
        assertThat(why(prove(right))).as("used up").isEqualTo(Refusal.VISIT_NOT_FOUND);
        OperationId late = knock(STRONG, Purpose.DOOR);
        it.pass(900_000);
        assertThat(why(prove(result(STRONG, late, Purpose.DOOR, BankAnswer.MTCH))))
                .isEqualTo(Refusal.VISIT_NOT_FOUND);
    }

    private static DoorResult with(DoorResult it, Token session, Token nonce) {
        return new DoorResult(
                it.book(),
                it.bank(),
                it.key(),
                it.visit(),
                session,
                it.account(),
                nonce,
                it.purpose(),
                it.answer(),
                it.expires());
    }

    @Test
    void whoeverFailsAtTheDoorIsCounted() {
        for (int i = 0; i < 5; i++) {
            assertThat(prove(result(WEAK, knock(WEAK, Purpose.DOOR), Purpose.DOOR, BankAnswer.FAILED)))
                    .isEqualTo(new CheckpointOutcome.Denied(Refusal.IDENTIFICATION_FAILED));
        }
        assertThat(door(WEAK)).isEqualTo(new CheckpointOutcome.Denied(Refusal.TOO_MANY_TRIES_ACCOUNT));
        OperationId link = it.atBank(AIKO, WEAK);
        assertThat(it.report(it.result(AIKO, WEAK, link, Purpose.LINK, BankAnswer.MTCH)))
                .isEqualTo(new CheckpointOutcome.Denied(Refusal.TOO_MANY_TRIES_ACCOUNT));
    }
}
