package sekisho.server.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sekisho.bank.AccountToken;
import sekisho.banksimulator.books.Direction;
import sekisho.banksimulator.books.Order;
import sekisho.banksimulator.conduct.CallKind;
import sekisho.banksimulator.conduct.Conduct;
import sekisho.banksimulator.conduct.Fault;
import sekisho.banksimulator.conduct.Misbehaviour;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.OperationId;
import sekisho.server.banking.BankingWorld.Customer;

/** The worker between a real node and simulated banks over HTTP. */
final class BankWorkerTest {
    private static final BankId BANK = new BankId(1);
    private static final BankId OTHER = new BankId(2);

    @TempDir
    static Path home;

    private static BankingWorld world;

    @BeforeAll
    static void open() {
        world = new BankingWorld(home, 2);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @AfterEach
    void everyYenIsWhereTheBankSaysItIs() {
        for (BankId bank : List.of(BANK, OTHER)) {
            world.behave(bank, Conduct.GOOD);
            world.assertFundsAgree(bank);
        }
    }

    @Test
    void bringsATopUpToTheBankAndTheAnswerBack() {
        Customer customer = world.customer(BANK);
        try (var _ = world.worker(BankingWorld.calm())) {
            OperationId topUp = world.topUp(customer, 5_000);
            world.log().awaitStatus(topUp, InstructionStatus.SETTLED);
            assertThat(world.log().way(topUp))
                    .containsExactly(InstructionStatus.REQUESTED, InstructionStatus.CLAIMED, InstructionStatus.SETTLED);
            assertThat(world.balance(customer)).isEqualTo(5_000);
            assertThat(world.atBank(customer)).isEqualTo(BankingWorld.FUNDS - 5_000);
            OperationId cashOut = world.cashOut(customer, 1_200);
            world.log().awaitStatus(cashOut, InstructionStatus.SETTLED);
            assertThat(world.balance(customer)).isEqualTo(3_800);
            assertThat(world.atBank(customer)).isEqualTo(BankingWorld.FUNDS - 3_800);
        }
    }

    @Test
    void bringsBackThatABankDeclined() {
        Customer customer = world.customer(BANK);
        try (var _ = world.worker(BankingWorld.calm())) {
            OperationId topUp = world.topUp(customer, BankingWorld.FUNDS + 1);
            world.log().awaitStatus(topUp, InstructionStatus.DECLINED);
            assertThat(world.balance(customer)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"HANGS", "HANGS_AFTER_DOING", "LOSES_REQUEST", "LOSES_ANSWER", "ANSWERS_TWICE", "DOWN", "SLOW"})
    void whateverABankDoesItsMoneyIsBookedOnceAndNothingIsSentTwice(Fault fault) {
        Customer customer = world.customer(BANK);
        Misbehaviour misbehaviour = fault == Fault.SLOW ? Misbehaviour.slow(1, 60_000) : Misbehaviour.always(fault);
        var instructions = new ArrayList<OperationId>();
        try (var _ = world.worker(BankingWorld.quick())) {
            OperationId funds = world.topUp(customer, 900);
            world.log().awaitStatus(funds, InstructionStatus.SETTLED);
            world.behave(BANK, Conduct.of(1, misbehaviour));
            for (int i = 0; i < 6; i++) {
                instructions.add(world.topUp(customer, 100 + i));
                instructions.add(world.cashOut(customer, 10 + i));
            }
            // Some are known to be in doubt before the bank behaves again.
            world.log()
                    .await(() -> instructions.stream()
                            .anyMatch(id -> world.log().way(id).contains(InstructionStatus.IN_DOUBT)));
            world.behave(BANK, Conduct.GOOD);
            passUntilEnded(instructions);
        }
        long moved = instructions.stream()
                .filter(id -> world.log().status(id) == InstructionStatus.SETTLED)
                .count();
        assertThat(world.balance(customer) + world.atBank(customer)).isEqualTo(BankingWorld.FUNDS);
        assertThat(instructions)
                .allSatisfy(id -> assertThat(
                                world.calls(BANK, CallKind.DEBIT, id).size()
                                        + world.calls(BANK, CallKind.CREDIT, id).size())
                        .isEqualTo(1));
        if (fault == Fault.LOSES_ANSWER || fault == Fault.ANSWERS_TWICE || fault == Fault.HANGS_AFTER_DOING) {
            assertThat(moved).isEqualTo(instructions.size());
        }
    }

    @Test
    void aLostAnswerIsFoundByTheEnquiryThatTheEngineAsksFor() throws Exception {
        Customer customer = world.customer(BANK);
        var patient = BankingWorld.quick().withEnquireAfter(Duration.ofHours(1));
        world.behave(BANK, Conduct.of(1, Misbehaviour.always(Fault.LOSES_ANSWER).on(CallKind.DEBIT)));
        try (var _ = world.worker(patient)) {
            OperationId topUp = world.topUp(customer, 700);
            world.log().awaitStatus(topUp, InstructionStatus.IN_DOUBT);
            assertThat(world.calls(BANK, CallKind.ENQUIRY, topUp)).isEmpty();
            world.pass(Duration.ofSeconds(65));
            world.log().awaitStatus(topUp, InstructionStatus.SETTLED);
            assertThat(world.calls(BANK, CallKind.ENQUIRY, topUp)).hasSize(1);
            assertThat(world.balance(customer)).isEqualTo(700);
        }
    }

    @Test
    void aBankThatDeniesADebitIsFoundOutByASecondLook() {
        Customer customer = world.customer(BANK);
        var curious =
                BankingWorld.calm().withLookAgain(new BankingSettings.LookAgain(Duration.ofMillis(50), true, true));
        double before = world.metric("sekisho.bank.contradictions", BANK);
        try (var _ = world.worker(curious)) {
            world.behave(BANK, Conduct.of(1, Misbehaviour.always(Fault.SAYS_DECLINED)));
            OperationId denied = world.topUp(customer, 300);
            world.log().await(() -> world.log().way(denied).contains(InstructionStatus.DECLINED));
            world.log().awaitStatus(denied, InstructionStatus.SETTLED);
            assertThat(world.balance(customer)).as("in suspense").isZero();
            assertThat(world.log().contradictions())
                    .anySatisfy(one -> assertThat(one.instruction()).isEqualTo(denied));
            world.log().await(() -> world.metric("sekisho.bank.contradictions", BANK) == before + 1);
        }
    }

    @Test
    void aBankThatInventsADebitIsFoundOutByASecondLook() {
        Customer customer = world.customer(OTHER);
        var curious =
                BankingWorld.calm().withLookAgain(new BankingSettings.LookAgain(Duration.ofMillis(50), true, true));
        try (var _ = world.worker(curious)) {
            world.behave(OTHER, Conduct.of(1, Misbehaviour.always(Fault.SAYS_SETTLED)));
            OperationId invented = world.topUp(customer, 300);
            world.log().awaitStatus(invented, InstructionStatus.SETTLED);
            world.log()
                    .await(() -> world.log().contradictions().stream()
                            .anyMatch(one -> one.instruction().equals(invented)));
            assertThat(world.log().status(invented)).isEqualTo(InstructionStatus.SETTLED);
        }
        // The engine has booked what the bank said; a person has to make up for it. Here the bank does.
        Customer generous = world.customer(OTHER);
        world.bank(OTHER).books().take(order(generous, 300));
        world.bank(OTHER).books().carryOut(order(generous, 300));
    }

    @Test
    void aLinkWithoutAnAccountIsDeclinedWithoutACall() {
        Customer customer = world.customer(BANK);
        Customer unlinked = new Customer(
                customer.wallet(),
                BANK,
                customer.link(),
                new AccountToken(9, customer.wallet().value()));
        world.accounts().forget(customer.link());
        try (var _ = world.worker(BankingWorld.calm())) {
            OperationId topUp = world.topUp(unlinked, 100);
            world.log().awaitStatus(topUp, InstructionStatus.DECLINED);
            assertThat(world.calls(BANK, CallKind.DEBIT, topUp)).isEmpty();
        }
    }

    @Test
    void findsWhatWasRequestedWhileNobodyWorked() {
        Customer customer = world.customer(BANK);
        OperationId topUp = world.topUp(customer, 400);
        OperationId withdrawn = world.topUp(world.customer(OTHER), 400);
        world.accept(new BankCommand.Suspend(OTHER, BankOperation.TOP_UPS, 1));
        world.log().awaitStatus(withdrawn, InstructionStatus.WITHDRAWN);
        world.accept(new BankCommand.Reopen(OTHER, BankOperation.TOP_UPS, 2));
        try (var _ = world.worker(BankingWorld.calm())) {
            world.log().awaitStatus(topUp, InstructionStatus.SETTLED);
        }
        assertThat(world.calls(OTHER, CallKind.DEBIT, withdrawn)).isEmpty();
    }

    @Test
    void takesUpLaterWhatItHadNoRoomFor() {
        Customer customer = world.customer(BANK);
        var instructions = new ArrayList<OperationId>();
        for (int i = 0; i < 60; i++) {
            instructions.add(world.topUp(customer, 10));
        }
        try (var worker = world.worker(BankingWorld.calm().withMostKnown(8))) {
            for (int i = 0; i < 60; i++) {
                instructions.add(world.topUp(customer, 10));
            }
            world.log().awaitEnded(instructions);
            assertThat(world.metric("sekisho.bank.overflows", BANK)).isPositive();
            world.log().await(() -> worker.hasRoom(BANK));
        }
        assertThat(world.balance(customer)).isEqualTo(1_200);
        assertThat(instructions)
                .allSatisfy(
                        id -> assertThat(world.calls(BANK, CallKind.DEBIT, id)).hasSize(1));
    }

    @Test
    void waitsForCallsUnderWayWhenItIsStopped() {
        Customer customer = world.customer(BANK);
        world.behave(BANK, Conduct.of(1, Misbehaviour.slow(1, 200)));
        OperationId topUp;
        try (var _ = world.worker(BankingWorld.calm())) {
            topUp = world.topUp(customer, 600);
            world.log().awaitStatus(topUp, InstructionStatus.CLAIMED);
        }
        world.log().awaitStatus(topUp, InstructionStatus.SETTLED);
        assertThat(world.meters().find("sekisho.bank.outstanding").gauge()).isNull();
    }

    @Test
    void leavesABrokenBankAloneAndItsInstructionsUnclaimed() {
        Customer customer = world.customer(BANK);
        world.behave(BANK, Conduct.of(1, Misbehaviour.always(Fault.DOWN)));
        var instructions = new ArrayList<OperationId>();
        var patient = BankingWorld.calm().withBreaker(new BreakerSettings(10, 5, 50, Duration.ofMillis(500), 2));
        try (var _ = world.worker(patient)) {
            for (int i = 0; i < 100; i++) {
                instructions.add(world.topUp(customer, 10));
            }
            world.log().await(() -> world.metric("sekisho.bank.breaker", BANK) == 2);
            world.log().await(() -> world.metric("sekisho.bank.unclaimed", BANK) > 50);
            world.behave(BANK, Conduct.GOOD);
            passUntilEnded(instructions);
            world.log().await(() -> world.metric("sekisho.bank.outstanding", BANK) == 0);
            assertThat(world.metric("sekisho.bank.breaker", BANK)).isZero();
        }
        assertThat(world.log().with(InstructionStatus.IN_DOUBT)).isEmpty();
    }

    @Test
    void servesOneMoreBankWhileItWorks() {
        Customer customer = world.customer(OTHER);
        OperationId before = world.topUp(customer, 100);
        var one = List.of(world.connector(BANK));
        try (var worker = BankWorker.start(world.surroundings(world.gateway()), BankingWorld.calm(), one)) {
            assertThat(worker.hasRoom(OTHER)).isFalse();
            worker.serve(world.connector(OTHER));
            assertThat(worker.hasRoom(OTHER)).isTrue();
            OperationId after = world.topUp(customer, 200);
            world.log().awaitEnded(List.of(before, after));
            try (var twice = world.connector(OTHER)) {
                assertThatThrownBy(() -> worker.serve(twice)).isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThat(world.balance(customer)).isEqualTo(300);
    }

    /** The bank may have been asked in vain: the engine has it asked again after minutes. */
    private static void passUntilEnded(List<OperationId> instructions) {
        for (int i = 0; i < 60; i++) {
            try {
                world.log().await(() -> true);
                if (instructions.stream().noneMatch(id -> world.log().status(id).open())) {
                    return;
                }
                world.pass(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        world.log().awaitEnded(instructions);
    }

    private static Order order(Customer customer, long yen) {
        return new Order(
                "sekisho", "e".repeat(32), Direction.DEBIT, customer.account().hex(), yen, "JPY");
    }
}
