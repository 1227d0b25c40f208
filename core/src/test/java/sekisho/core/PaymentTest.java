package sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.core.Scenario.AIKO;
import static sekisho.core.Scenario.BOOK;
import static sekisho.core.Scenario.PLAY;
import static sekisho.core.Scenario.SHOP;
import static sekisho.core.Scenario.play;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Limit;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.PaymentOutcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.Side;

class PaymentTest {

    private static final AccountKey SHOP_ACCOUNT = AccountKey.merchant(BOOK, SHOP, PLAY);
    private static final AccountKey FEES = AccountKey.house(BOOK, AccountKind.FEES, PLAY);

    private final Scenario world = new Scenario();

    @BeforeEach
    void aikoHasMoney() {
        world.fund(AIKO, 10_000);
    }

    @Test
    void eightHundredAreSevenHundredEightyFourAndSixteenFee() {
        assertThat(world.say(new PaymentCommand.Pay(AIKO, SHOP, play(800), 16)))
                .isEqualTo(new PaymentOutcome.Paid(play(800), 9_200));
        assertThat(world.balance(SHOP_ACCOUNT)).isEqualTo(784);
        assertThat(world.balance(FEES)).isEqualTo(16);
    }

    @Test
    void aPartialCaptureReleasesTheRestOfMoneyAndLimit() {
        world.limit(Operation.PAY, new Limit(5_000, 5_000, 5_000, 5_000, 5_000));
        OperationId payment = authorise(5_000);
        assertThat(world.say(new PaymentCommand.Capture(payment, 3_000, 60)))
                .isEqualTo(new PaymentOutcome.Captured(play(3_000), 2_000));
        assertThat(world.pending(AIKO, Side.DEBIT)).isZero();
        assertThat(world.balance(AIKO)).isEqualTo(7_000);
        assertThat(world.say(new PaymentCommand.Pay(AIKO, SHOP, play(2_001), 0)))
                .isEqualTo(new Refused(Refusal.OVER_LIMIT_24_HOURS, 2_000));
        assertThat(world.say(new PaymentCommand.Pay(AIKO, SHOP, play(2_000), 0)).accepted())
                .isTrue();
    }

    @Test
    void anAuthorisationExpiresAtItsTimeProcessedOrNot() {
        OperationId payment = authorise(5_000);
        world.now += 60_000;
        assertThat(world.say(new PaymentCommand.Capture(payment, 0, 0)))
                .isEqualTo(new Refused(Refusal.PAYMENT_EXPIRED, Scenario.START + 60_000));
        assertThat(world.pending(AIKO, Side.DEBIT)).isZero();
    }

    @Test
    void refundsStayWithinWhatRemains() {
        Request pay = world.request(new PaymentCommand.Pay(AIKO, SHOP, play(800), 16));
        world.send(pay);
        OperationId payment = pay.operation();
        assertThat(world.say(new PaymentCommand.Refund(payment, 300, 6)))
                .isEqualTo(new PaymentOutcome.Refunded(play(300), 500));
        assertThat(world.say(new PaymentCommand.Refund(payment, 501, 10)))
                .isEqualTo(new Refused(Refusal.MORE_THAN_REMAINS, 500));
        assertThat(world.say(new PaymentCommand.Refund(payment, 500, 11)))
                .isEqualTo(new Refused(Refusal.FEE_OVER_AMOUNT, 10));
        assertThat(world.say(new PaymentCommand.Refund(payment, 500, 10)))
                .isEqualTo(new PaymentOutcome.Refunded(play(500), 0));
        assertThat(world.balance(AIKO)).isEqualTo(10_000);
        assertThat(world.balance(SHOP_ACCOUNT)).isZero();
        assertThat(world.balance(FEES)).isZero();
    }

    private OperationId authorise(long amount) {
        Request request = world.request(new PaymentCommand.Authorise(AIKO, SHOP, play(amount), 60_000));
        assertThat(world.send(request).accepted()).isTrue();
        return request.operation();
    }
}
