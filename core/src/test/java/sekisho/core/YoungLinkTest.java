package sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.core.Checkpoint.ACCOUNT;
import static sekisho.core.Checkpoint.AIKO;
import static sekisho.core.Checkpoint.BEN;
import static sekisho.core.Checkpoint.DAY;
import static sekisho.core.Checkpoint.ELECTRONICS;
import static sekisho.core.Checkpoint.HOUR;
import static sekisho.core.Checkpoint.PLAIN;
import static sekisho.core.Checkpoint.SHOP;
import static sekisho.core.Checkpoint.STRONG;
import static sekisho.core.Checkpoint.WEAK;
import static sekisho.core.Checkpoint.why;
import static sekisho.core.Checkpoint.yen;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BankResult;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.Currency;
import sekisho.protocol.Description;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Purpose;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord;
import sekisho.protocol.Token;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

final class YoungLinkTest {

    private static final Token OTHER = new Token(500, 2);

    private final Checkpoint it = Checkpoint.verified();

    private TransferCommand.Send send(long amount) {
        return new TransferCommand.Send(AIKO, BEN, yen(amount), false, 0);
    }

    private OperationId weak() {
        OperationId link = it.active(AIKO, WEAK, ACCOUNT);
        it.pass(DAY);
        return link;
    }

    @Test
    void aWeakLinkBringsNothingForADayAndThenTenThousandADay() {
        OperationId link = it.active(AIKO, WEAK, ACCOUNT);
        assertThat(it.topUp(AIKO, link, 1)).isEqualTo(new Refused(Refusal.OVER_LADDER_ACCOUNT, 0));
        it.pass(DAY - 1);
        assertThat(why(it.topUp(AIKO, link, 1))).isEqualTo(Refusal.OVER_LADDER_ACCOUNT);
        it.pass(1);
        assertThat(it.topUp(AIKO, link, 10_001)).isEqualTo(new Refused(Refusal.OVER_LADDER_ACCOUNT, 10_000));
        assertThat(it.topUp(AIKO, link, 6_000).accepted()).isTrue();
        it.pass(23 * HOUR);
        assertThat(it.topUp(AIKO, link, 4_001))
                .as("midnight or not")
                .isEqualTo(new Refused(Refusal.OVER_LADDER_ACCOUNT, 4_000));
        it.pass(2 * HOUR);
        assertThat(it.topUp(AIKO, link, 10_000).accepted()).isTrue();
    }

    @Test
    void aWeakLinkBringsThirtyThousandInThirtyDays() {
        OperationId link = weak();
        for (int i = 0; i < 3; i++) {
            assertThat(it.topUp(AIKO, link, 10_000).accepted()).isTrue();
            it.pass(25 * HOUR);
        }
        assertThat(it.topUp(AIKO, link, 1)).isEqualTo(new Refused(Refusal.OVER_LADDER_ACCOUNT, 0));
    }

    @Test
    void noRungOfAWeakLinkIsHigher() {
        assertThat(why(it.approved(new TrustCommand.SetRung(LinkStrength.WEAK_NOTICED, false, 2, DAY, 10_001, 30_000))))
                .isEqualTo(Refusal.RUNG_TOO_HIGH);
        assertThat(why(it.approved(new TrustCommand.SetRung(LinkStrength.WEAK, false, 2, DAY - 1, 1, 0))))
                .isEqualTo(Refusal.RUNG_TOO_HIGH);
    }

    @Test
    void sumsAreTakenOverAccountPersonAndWallet() {
        OperationId first = it.active(AIKO, PLAIN, ACCOUNT);
        OperationId second = it.active(AIKO, PLAIN, OTHER);
        assertThat(it.topUp(AIKO, first, 40_000).accepted()).isTrue();
        assertThat(it.topUp(AIKO, first, 10_001)).isEqualTo(new Refused(Refusal.OVER_LADDER_ACCOUNT, 10_000));
        assertThat(it.topUp(AIKO, second, 10_001)).isEqualTo(new Refused(Refusal.OVER_LADDER_WALLET, 10_000));
        WalletId other = new WalletId(8);
        it.say(new WalletCommand.Open(other, Checkpoint.UNVERIFIED, Currency.JPY, 0, 0));
        it.say(new IdentityCommand.AddAuthenticator(other, Checkpoint.credential(other), it.passkey.key(), true, true));
        it.say(it.present(
                it.evidence(other, EvidenceKind.IC_CHIP, Checkpoint.person(AIKO), Checkpoint.credential(other))));
        it.owned(new WalletCommand.SetTier(other, Checkpoint.VERIFIED), other);
        OperationId third = it.activeOf(Checkpoint.person(AIKO), other, new Token(500, 3));
        assertThat(it.topUp(other, third, 10_001)).isEqualTo(new Refused(Refusal.OVER_LADDER_PERSON, 10_000));
    }

    @Test
    void whatABankDeclinesIsGivenBack() {
        OperationId link = it.active(AIKO, PLAIN, ACCOUNT);
        Request request = it.request(new TopUpCommand.Start(AIKO, link, yen(50_000)));
        it.send(request);
        assertThat(why(it.topUp(AIKO, link, 1))).isEqualTo(Refusal.OVER_LADDER_ACCOUNT);
        it.say(new InstructionCommand.Declined(request.operation(), 1));
        assertThat(it.topUp(AIKO, link, 50_000).accepted()).isTrue();
    }

    /** A link is old enough for its second rung; then this happens, and the first one counts again for a day. */
    private void spoils(Runnable what) {
        OperationId link = weak();
        assertThat(it.topUp(AIKO, link, 1_000).accepted()).isTrue();
        what.run();
        assertThat(it.topUp(AIKO, link, 1)).isEqualTo(new Refused(Refusal.OVER_LADDER_ACCOUNT, 0));
        it.pass(DAY);
        assertThat(it.topUp(AIKO, link, 1).accepted()).isTrue();
    }

    @Test
    void aFailedTryOnTheAccountLetsTheLadderBeginAnew() {
        spoils(() -> {
            OperationId other = it.atBank(BEN, WEAK);
            it.report(it.result(BEN, WEAK, other, Purpose.LINK, BankAnswer.FAILED));
        });
    }

    @Test
    void aFailedTryOfTheWalletLetsTheLadderBeginAnew() {
        spoils(() -> {
            OperationId other = it.atBank(AIKO, STRONG);
            BankResult failed = it.result(AIKO, STRONG, other, Purpose.LINK, BankAnswer.NMTC);
            it.report(Checkpoint.about(failed, OTHER));
        });
    }

    @Test
    void anObjectionLetsTheLadderBeginAnew() {
        OperationId other = it.active(AIKO, STRONG, OTHER);
        spoils(() -> it.report(
                Checkpoint.about(it.result(AIKO, STRONG, other, Purpose.CONSENT, BankAnswer.OBJECTED), OTHER)));
    }

    @Test
    void aTopUpThatComesBackLetsTheLadderBeginAnew() {
        OperationId other = it.active(AIKO, STRONG, OTHER);
        Request declined = it.request(new TopUpCommand.Start(AIKO, other, yen(100)));
        it.send(declined);
        spoils(() -> it.say(new InstructionCommand.Declined(declined.operation(), 1)));
        Request settled = it.request(new TopUpCommand.Start(AIKO, other, yen(100)));
        it.send(settled);
        it.say(new InstructionCommand.Settled(settled.operation(), 0));
        OperationId link = it.active(AIKO, WEAK, ACCOUNT);
        it.pass(DAY);
        it.say(new InstructionCommand.Declined(settled.operation(), 1));
        assertThat(why(it.topUp(AIKO, link, 1))).as("taken back").isEqualTo(Refusal.OVER_LADDER_ACCOUNT);
    }

    @Test
    void whatStaffWithdrawSpoilsNothing() {
        OperationId link = weak();
        Request request = it.request(new TopUpCommand.Start(AIKO, link, yen(100)));
        it.send(request);
        it.approvedByOne(new BankCommand.Suspend(WEAK, BankOperation.TOP_UPS, 1));
        it.pass(60_000);
        it.approved(new BankCommand.Reopen(WEAK, BankOperation.TOP_UPS, 1));
        assertThat(it.topUp(AIKO, link, 10_000).accepted()).isTrue();
    }

    @Test
    void aBanksOwnBoundsHold() {
        OperationId link = it.active(AIKO, STRONG, ACCOUNT);
        assertThat(it.topUp(AIKO, link, 100_001)).isEqualTo(new Refused(Refusal.OVER_BANK_LIMIT, 100_000));
        it.approvedByOne(new TrustCommand.Describe(
                STRONG,
                new Description(2, 1, 31, 15, Description.Notice.STATEMENT, false, HOUR, 3 * DAY, 100_000, 7_000)));
        assertThat(it.topUp(AIKO, link, 7_001)).isEqualTo(new Refused(Refusal.OVER_BANK_EXPOSURE, 7_000));
    }

    @Test
    void youngMoneyOfAWeakLinkBuysBreadAndNothingThatIsSoldOn() {
        OperationId link = weak();
        it.topUp(AIKO, link, 10_000);
        assertThat(it.say(send(1))).isEqualTo(new Refused(Refusal.YOUNG_MONEY, 0));
        assertThat(it.owned(new CashOutCommand.Start(AIKO, link, yen(1)), AIKO))
                .isEqualTo(new Refused(Refusal.YOUNG_MONEY, 0));
        assertThat(why(it.say(new PaymentCommand.Pay(AIKO, ELECTRONICS, yen(1), 0))))
                .isEqualTo(Refusal.YOUNG_MONEY);
        assertThat(why(it.say(new PaymentCommand.Authorise(AIKO, ELECTRONICS, yen(1), 1_000))))
                .isEqualTo(Refusal.YOUNG_MONEY);
        assertThat(it.say(new PaymentCommand.Pay(AIKO, SHOP, yen(4_000), 0)).accepted())
                .isTrue();
        it.pass(30 * DAY - 1);
        assertThat(it.say(send(1))).isEqualTo(new Refused(Refusal.YOUNG_MONEY, 0));
        it.pass(1);
        assertThat(it.say(send(6_000)).accepted()).as("it has grown old").isTrue();
    }

    @Test
    void whatIsRefundedIsAsYoungAsWhatWasPaid() {
        it.topUp(AIKO, weak(), 10_000);
        Request payment = it.request(new PaymentCommand.Pay(AIKO, SHOP, yen(10_000), 0));
        it.send(payment);
        it.say(new PaymentCommand.Refund(payment.operation(), 9_000, 0));
        assertThat(it.say(send(1))).isEqualTo(new Refused(Refusal.YOUNG_MONEY, 0));
    }

    @Test
    void youngMoneyOfAStrongLinkIsYoungWhereItGoes() {
        it.topUp(AIKO, it.active(AIKO, STRONG, ACCOUNT), 8_000);
        assertThat(it.say(send(3_000)).accepted()).isTrue();
        List<StateRecord.LotRow> lots = lots();
        assertThat(lots).extracting(StateRecord.LotRow::wallet).containsExactlyInAnyOrder(AIKO, BEN);
        assertThat(lots).extracting(StateRecord.LotRow::amount).containsExactlyInAnyOrder(5_000L, 3_000L);
        it.pass(3 * DAY);
        assertThat(lots()).isEmpty();
    }

    @Test
    void theOldestGoesFirstAndLotsAreBounded() {
        OperationId link = it.active(AIKO, STRONG, ACCOUNT);
        for (int i = 0; i < 20; i++) {
            it.topUp(AIKO, link, 1_000 + i);
            it.pass(60_000);
        }
        assertThat(lots()).hasSize(16);
        assertThat(lots().stream().mapToLong(StateRecord.LotRow::amount).sum()).isEqualTo(it.balance(AIKO));
        it.say(new PaymentCommand.Pay(AIKO, SHOP, yen(it.balance(AIKO) - 1_019), 0));
        assertThat(lots()).extracting(StateRecord.LotRow::amount).containsExactly(1_019L);
    }

    private List<StateRecord.LotRow> lots() {
        List<StateRecord.LotRow> lots = new ArrayList<>();
        it.core.export(row -> {
            if (row instanceof StateRecord.LotRow lot) {
                lots.add(lot);
            }
        });
        return lots;
    }

    @Test
    void aClaimIsNotMadeForAMethodThatWasStopped() {
        OperationId link = it.active(AIKO, STRONG, ACCOUNT);
        Request request = it.request(new TopUpCommand.Start(AIKO, link, yen(1_000)));
        it.send(request);
        it.approvedByOne(new TrustCommand.StopMethod(0, BankOperation.TOP_UPS, 1));
        assertThat(it.say(new InstructionCommand.Claim(request.operation(), 60_000)))
                .isEqualTo(new sekisho.protocol.InstructionOutcome.Withdrawn(yen(1_000)));
        assertThat(why(it.topUp(AIKO, link, 1_000))).isEqualTo(Refusal.METHOD_STOPPED);
    }
}
