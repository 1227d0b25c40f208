package sekisho.server.banking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.banksimulator.banks.CallRecord;
import sekisho.banksimulator.conduct.CallKind;
import sekisho.banksimulator.conduct.Conduct;
import sekisho.banksimulator.conduct.Fault;
import sekisho.banksimulator.conduct.Misbehaviour;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.protocol.TopUpCommand;
import sekisho.server.banking.BankingWorld.Customer;

/** Suspensions, kills, banks that hang beside banks that do not. */
final class BankWorkerUnderStressTest {
    private static final BankId BANK = new BankId(1);
    private static final BankId OTHER = new BankId(2);

    @TempDir
    static Path home;

    private static BankingWorld world;

    @BeforeAll
    static void open() {
        world = new BankingWorld(home, 2);
    }

    /** The suspension has to meet calls in every state: some already at the bank, many still waiting. */
    private static void awaitDebits(int atLeast) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (debits().size() < atLeast) {
            assertThat(System.nanoTime()).as("no debit has reached the bank").isLessThan(until);
            Thread.sleep(1);
        }
    }

    private static List<CallRecord> debits() {
        return world.bank(BANK).callsAfter(0, Integer.MAX_VALUE).stream()
                .filter(call -> call.kind() == CallKind.DEBIT)
                .toList();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void noDebitIsClaimedLaterThanTheSuspension() throws Exception {
        int topUps = 1_000;
        Customer customer = world.customer(BANK);
        var started = new ConcurrentLinkedQueue<OperationId>();
        var refused = new ConcurrentLinkedQueue<Refusal>();
        var half = new CountDownLatch(topUps / 2);
        long suspension;
        world.behave(BANK, Conduct.of(1, Misbehaviour.slow(1, 5)));
        try (var _ = world.worker(BankingWorld.calm())) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < topUps; i++) {
                    threads.execute(() -> {
                        RequestId id = world.gateway().newId();
                        var start = new TopUpCommand.Start(customer.wallet(), customer.link(), Money.yen(1));
                        var answered = (Submission.Answered) world.gateway().submit(id, start);
                        half.countDown();
                        if (answered.answer().outcome() instanceof Refused(var reason, var _)) {
                            refused.add(reason);
                        } else {
                            started.add(OperationId.of(BankingWorld.CLIENT, id, 0));
                        }
                    });
                }
                half.await();
                awaitDebits(10);
                suspension = world.accept(new BankCommand.Suspend(BANK, BankOperation.TOP_UPS, 7));
            }
            world.log().awaitEnded(started);
        }
        assertThat(refused).allMatch(reason -> reason == Refusal.BANK_SUSPENDED);
        assertThat(started.size() + refused.size()).isEqualTo(topUps);
        List<CallRecord> debits = debits();
        var claims = world.log().claims();
        for (CallRecord debit : debits) {
            String key = debit.order().key();
            var instruction = new OperationId(
                    Long.parseUnsignedLong(key.substring(0, 16), 16), Long.parseUnsignedLong(key.substring(16), 16));
            assertThat(claims.get(instruction))
                    .as("claim of %s", key)
                    .isNotNull()
                    .isLessThan(suspension);
        }
        assertThat(world.log().with(InstructionStatus.WITHDRAWN)).isNotEmpty();
        assertThat(world.balance(customer)).isEqualTo(debits.size());
        world.assertFundsAgree(BANK);
        world.behave(BANK, Conduct.GOOD);
        world.accept(new BankCommand.Reopen(BANK, BankOperation.TOP_UPS, 8));
    }

    @Test
    void aHangingBankDelaysNoOther() {
        Customer stuck = world.customer(BANK);
        Customer quick = world.customer(OTHER);
        var settings = BankingWorld.quick().withCalls(Duration.ofSeconds(3), 16).withStopWithin(Duration.ofSeconds(10));
        try (var _ = world.worker(settings)) {
            long[] alone = latencies(quick, 100);
            world.behave(BANK, Conduct.of(1, Misbehaviour.always(Fault.HANGS)));
            var hanging = new ArrayList<OperationId>();
            for (int i = 0; i < 300; i++) {
                hanging.add(world.topUp(stuck, 1));
            }
            long[] beside = latencies(quick, 100);
            assertThat(world.metric("sekisho.bank.outstanding", BANK)).isEqualTo(300);
            assertThat(beside[beside.length / 2])
                    .as("median, ns")
                    .isLessThan(10 * alone[alone.length / 2] + 20_000_000);
            assertThat(beside[beside.length - 1]).as("slowest, ns").isLessThan(2_000_000_000);
            world.accept(new BankCommand.Suspend(BANK, BankOperation.TOP_UPS, 7));
            world.behave(BANK, Conduct.GOOD);
            world.log().awaitEnded(hanging);
        }
        world.accept(new BankCommand.Reopen(BANK, BankOperation.TOP_UPS, 8));
        world.assertFundsAgree(BANK);
        world.assertFundsAgree(OTHER);
    }

    @Test
    void aKillBetweenCallAndReportIsRepairedByAsking() {
        Customer customer = world.customer(BANK);
        var holding = ScriptedConnector.holding(world.connector(BANK));
        Gateway doomedGateway = world.connect();
        var doomed = BankWorker.start(
                world.surroundingsWithOwnMeters(doomedGateway),
                BankingWorld.calm().withStopWithin(Duration.ofMillis(1)),
                List.of(holding));
        try {
            OperationId topUp = world.topUp(customer, 800);
            world.log().await(() -> holding.held() == 1);
            // From here on nothing that the first worker says reaches the engine.
            doomedGateway.close();
            assertThat(world.log().status(topUp)).isEqualTo(InstructionStatus.CLAIMED);
            try (var _ = world.worker(BankingWorld.calm())) {
                world.log().awaitStatus(topUp, InstructionStatus.SETTLED);
            }
            assertThat(world.calls(BANK, CallKind.DEBIT, topUp)).hasSize(1);
            assertThat(world.calls(BANK, CallKind.ENQUIRY, topUp)).hasSize(1);
            assertThat(world.balance(customer)).isEqualTo(800);
        } finally {
            holding.release();
            doomed.close();
        }
        world.assertFundsAgree(BANK);
    }

    @Test
    void aKillBetweenClaimAndCallEndsDeclined() {
        Customer customer = world.customer(BANK);
        OperationId topUp = world.topUp(customer, 800);
        // Somebody claims, and is never heard of again.
        world.accept(new InstructionCommand.Claim(topUp, 60_000));
        try (var _ = world.worker(BankingWorld.calm())) {
            world.log().awaitStatus(topUp, InstructionStatus.DECLINED);
        }
        assertThat(world.calls(BANK, CallKind.DEBIT, topUp)).isEmpty();
        assertThat(world.balance(customer)).isZero();
    }

    @Test
    void whatDidNotReachTheBankIsSentAgain() {
        Customer customer = world.customer(BANK);
        var late = ScriptedConnector.unreachableAtFirst(world.connector(BANK), 3);
        try (var _ = BankWorker.start(world.surroundings(world.gateway()), BankingWorld.calm(), List.of(late))) {
            OperationId topUp = world.topUp(customer, 100);
            world.log().awaitStatus(topUp, InstructionStatus.SETTLED);
            assertThat(world.log().way(topUp)).doesNotContain(InstructionStatus.IN_DOUBT);
            assertThat(world.calls(BANK, CallKind.DEBIT, topUp)).hasSize(1);
        }
    }

    /** How long top-ups take from the request to the booking, one after the other; sorted, nanoseconds. */
    private static long[] latencies(Customer customer, int topUps) {
        long[] took = new long[topUps];
        for (int i = 0; i < topUps; i++) {
            long begun = System.nanoTime();
            OperationId topUp = world.topUp(customer, 1);
            world.log().awaitStatus(topUp, InstructionStatus.SETTLED);
            took[i] = System.nanoTime() - begun;
        }
        Arrays.sort(took);
        return took;
    }
}
