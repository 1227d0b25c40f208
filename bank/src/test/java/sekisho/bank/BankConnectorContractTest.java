package sekisho.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sekisho.bank.BankInstruction.Credit;
import sekisho.bank.BankInstruction.Debit;
import sekisho.bank.CallAnswer.Declined;
import sekisho.bank.CallAnswer.InDoubt;
import sekisho.bank.CallAnswer.Settled;
import sekisho.bank.TestBank.Behaviour;
import sekisho.protocol.BankId;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;

/** What every connector has to hold to. A connector's own test extends this. */
public abstract class BankConnectorContractTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final long FUNDS = 10_000;
    private static final Random RANDOM = new Random();

    private AccountToken account = new AccountToken(1, 1);

    /** A connector with {@link #bank}. */
    protected abstract BankConnector connector();

    /** A connector of the same kind with a bank that nobody has started. */
    protected abstract BankConnector connectorWithNobody();

    protected abstract TestBank bank();

    @BeforeEach
    final void openAnAccount() {
        bank().behave(Behaviour.GOOD);
        account = new AccountToken(RANDOM.nextLong(), 1);
        bank().open(account, FUNDS);
    }

    @Test
    void movesMoneyAndSaysSo() {
        assertThat(connector().debit(debit(4_000), LONG)).isInstanceOf(Settled.class);
        assertThat(balance()).isEqualTo(6_000);
        assertThat(connector().credit(credit(1_500), LONG)).isInstanceOf(Settled.class);
        assertThat(balance()).isEqualTo(7_500);
    }

    @Test
    void theSameInstructionAgainMovesNothingAndHasTheSameAnswer() {
        var debit = debit(4_000);
        CallAnswer first = connector().debit(debit, LONG);
        assertThat(connector().debit(debit, LONG)).isEqualTo(first);
        assertThat(connector().enquire(debit, LONG)).isEqualTo(first);
        assertThat(balance()).isEqualTo(6_000);
        var tooMuch = debit(6_001);
        CallAnswer declined = connector().debit(tooMuch, LONG);
        assertThat(declined).isEqualTo(new Declined(DeclineReason.INSUFFICIENT_FUNDS));
        assertThat(connector().debit(tooMuch, LONG)).isEqualTo(declined);
        assertThat(connector().enquire(tooMuch, LONG)).isEqualTo(declined);
    }

    @Test
    void saysWhyABankDeclines() {
        var unknown = new Debit(anId(), bankId(), new AccountToken(RANDOM.nextLong(), 2), Money.yen(1));
        assertThat(connector().debit(unknown, LONG)).isEqualTo(new Declined(DeclineReason.ACCOUNT_NOT_FOUND));
    }

    @Test
    void otherContentsUnderTheSameKeyAreInDoubtAndMoveNothing() {
        var debit = debit(4_000);
        assertThat(connector().debit(debit, LONG)).isInstanceOf(Settled.class);
        var other = new Debit(debit.id(), debit.bank(), account, Money.yen(4_001));
        assertThat(connector().debit(other, LONG)).isEqualTo(new InDoubt(DoubtCause.KEY_CONFLICT));
        assertThat(connector().enquire(other, LONG)).isEqualTo(new InDoubt(DoubtCause.KEY_CONFLICT));
        assertThat(connector().credit(new Credit(debit.id(), debit.bank(), account, Money.yen(4_000)), LONG))
                .isEqualTo(new InDoubt(DoubtCause.KEY_CONFLICT));
        assertThat(balance()).isEqualTo(6_000);
    }

    @Test
    void aLostAnswerIsInDoubtAndAnEnquiryFindsIt() {
        var debit = debit(4_000);
        bank().behave(Behaviour.LOSES_ANSWERS);
        assertThat(connector().debit(debit, LONG)).isEqualTo(new InDoubt(DoubtCause.NO_ANSWER));
        bank().behave(Behaviour.GOOD);
        assertThat(connector().enquire(debit, LONG)).isInstanceOf(Settled.class);
        assertThat(balance()).isEqualTo(6_000);
        assertThat(bank().callsAbout(debit)).as("one call, one enquiry").isEqualTo(2);
    }

    @Test
    void aLostRequestIsInDoubtAndAnEnquiryClosesItsKey() {
        var debit = debit(4_000);
        bank().behave(Behaviour.LOSES_REQUESTS);
        assertThat(connector().debit(debit, LONG)).isEqualTo(new InDoubt(DoubtCause.NO_ANSWER));
        bank().behave(Behaviour.GOOD);
        assertThat(connector().enquire(debit, LONG)).isEqualTo(new BankAnswer.NotKnown(true));
        assertThat(connector().debit(debit, LONG)).isEqualTo(new Declined(DeclineReason.KEY_CLOSED));
        assertThat(balance()).isEqualTo(FUNDS);
    }

    @Test
    void aRequestThatArrivesAfterTheEnquiryIsDeclined() throws Exception {
        var debit = debit(4_000);
        bank().behave(Behaviour.HANGS);
        assertThat(connector().debit(debit, SHORT)).isEqualTo(new InDoubt(DoubtCause.NO_ANSWER));
        var late = CompletableFuture.supplyAsync(() -> connector().debit(debit, LONG));
        while (bank().callsAbout(debit) < 2) {
            Thread.sleep(5);
        }
        // The bank behaves well to the enquiry while both requests hang.
        assertThat(connector().enquire(debit, LONG)).isEqualTo(new BankAnswer.NotKnown(true));
        bank().behave(Behaviour.GOOD);
        assertThat(late.get(10, TimeUnit.SECONDS)).isEqualTo(new Declined(DeclineReason.KEY_CLOSED));
        assertThat(balance()).isEqualTo(FUNDS);
    }

    @Test
    void aHangingBankIsInDoubtInTimeAndAnEnquiryFindsWhatItDid() {
        var debit = debit(4_000);
        bank().behave(Behaviour.HANGS_AFTER_DOING);
        long before = System.nanoTime();
        assertThat(connector().debit(debit, SHORT)).isEqualTo(new InDoubt(DoubtCause.NO_ANSWER));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(SHORT, SHORT.plusSeconds(2));
        bank().behave(Behaviour.GOOD);
        assertThat(connector().enquire(debit, LONG)).isInstanceOf(Settled.class);
        assertThat(balance()).isEqualTo(6_000);
    }

    @Test
    void whatTheBankIsStillDoingIsInDoubt() {
        var debit = debit(4_000);
        bank().behave(Behaviour.IS_SLOW);
        assertThat(connector().debit(debit, SHORT)).isEqualTo(new InDoubt(DoubtCause.NO_ANSWER));
        assertThat(connector().enquire(debit, LONG)).isEqualTo(new InDoubt(DoubtCause.IN_PROGRESS));
        bank().behave(Behaviour.GOOD);
        BankAnswer answer = connector().enquire(debit, LONG);
        for (int i = 0; i < 1_000 && answer instanceof InDoubt; i++) {
            answer = connector().enquire(debit, LONG);
        }
        assertThat(answer).isInstanceOf(Settled.class);
    }

    @Test
    void aBankThatIsDownIsInDoubt() {
        var debit = debit(4_000);
        bank().behave(Behaviour.IS_DOWN);
        assertThat(connector().debit(debit, LONG)).isEqualTo(new InDoubt(DoubtCause.UNAVAILABLE));
        assertThat(connector().enquire(debit, LONG)).isEqualTo(new InDoubt(DoubtCause.UNAVAILABLE));
        bank().behave(Behaviour.GOOD);
        assertThat(connector().enquire(debit, LONG)).isEqualTo(new BankAnswer.NotKnown(true));
    }

    @Test
    void aBankThatNobodyReachesIsInDoubtButWasNotReached() {
        try (var nobody = connectorWithNobody()) {
            assertThat(nobody.debit(debit(4_000), LONG)).isEqualTo(new InDoubt(DoubtCause.NOT_REACHED));
            assertThat(nobody.credit(credit(4_000), LONG)).isEqualTo(new InDoubt(DoubtCause.NOT_REACHED));
            assertThat(nobody.enquire(debit(4_000), LONG)).isEqualTo(new InDoubt(DoubtCause.NOT_REACHED));
        }
    }

    @Test
    void anAnswerThatComesTwiceIsUsedOnceOrNotAtAll() {
        var debit = debit(4_000);
        bank().behave(Behaviour.ANSWERS_TWICE);
        assertThat(connector().debit(debit, LONG)).isInstanceOfAny(Settled.class, InDoubt.class);
        bank().behave(Behaviour.GOOD);
        var next = debit(6_001);
        assertThat(connector().debit(next, LONG)).isEqualTo(new Declined(DeclineReason.INSUFFICIENT_FUNDS));
        assertThat(connector().enquire(debit, LONG)).isInstanceOf(Settled.class);
        assertThat(balance()).isEqualTo(6_000);
    }

    @ParameterizedTest
    @EnumSource(
            value = Behaviour.class,
            names = {"LOSES_ANSWERS_OF_ENQUIRIES", "HANGS_AFTER_DOING"})
    void anEnquiryWithoutAnAnswerIsInDoubt(Behaviour behaviour) {
        var debit = debit(4_000);
        assertThat(connector().debit(debit, LONG)).isInstanceOf(Settled.class);
        bank().behave(behaviour);
        if (behaviour == Behaviour.LOSES_ANSWERS_OF_ENQUIRIES) {
            assertThat(connector().enquire(debit, LONG)).isEqualTo(new InDoubt(DoubtCause.NO_ANSWER));
        } else {
            assertThat(connector().debit(debit, SHORT)).isEqualTo(new InDoubt(DoubtCause.NO_ANSWER));
        }
        bank().behave(Behaviour.GOOD);
        assertThat(connector().enquire(debit, LONG)).isInstanceOf(Settled.class);
    }

    @Test
    void anInterruptedThreadStopsWaitingAndStaysInterrupted() throws Exception {
        var debit = debit(4_000);
        bank().behave(Behaviour.HANGS);
        var answer = new AtomicReference<CallAnswer>();
        var interrupted = new AtomicReference<Boolean>();
        Thread waiting = Thread.ofVirtual().start(() -> {
            answer.set(connector().debit(debit, LONG));
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        while (bank().callsAbout(debit) < 1) {
            Thread.sleep(5);
        }
        waiting.interrupt();
        assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
        assertThat(answer.get()).isEqualTo(new InDoubt(DoubtCause.NO_ANSWER));
        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void anInstructionForAnotherBankIsABug() {
        var other = new Debit(anId(), new BankId(9_999), account, Money.yen(1));
        assertThatThrownBy(() -> connector().debit(other, LONG)).isInstanceOf(IllegalArgumentException.class);
    }

    private Debit debit(long yen) {
        return new Debit(anId(), bankId(), account, Money.yen(yen));
    }

    private Credit credit(long yen) {
        return new Credit(anId(), bankId(), account, Money.yen(yen));
    }

    private BankId bankId() {
        return connector().bank();
    }

    private long balance() {
        return bank().balance(account);
    }

    private static OperationId anId() {
        return new OperationId(RANDOM.nextLong(), RANDOM.nextLong());
    }
}
