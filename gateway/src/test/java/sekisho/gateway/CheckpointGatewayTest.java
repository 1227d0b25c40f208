package sekisho.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.gateway.FoundedWorld.STRONG;
import static sekisho.gateway.FoundedWorld.WEAK;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import sekisho.node.Node;
import sekisho.protocol.Answer;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.ClientId;
import sekisho.protocol.Currency;
import sekisho.protocol.Event;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.OutcomeKind;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.protocol.RequestKey;
import sekisho.protocol.StateRecord;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletId;
import sekisho.wire.OutcomeVisitor;

/** Whoever sends commands straight through the gateway, past the server, meets the same refusals. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class CheckpointGatewayTest {
    private static final BankCommand.Reopen REOPEN = new BankCommand.Reopen(STRONG, BankOperation.LINKS, 1);
    private static final int CUSTOMERS = 50;
    private static final int LINKS_EACH = 10;
    private static final int AT_ONCE = 1_000;

    @TempDir
    static Path home;

    private static Node node;
    private static FoundedWorld it;
    private static final Map<OperationId, WalletId> LINKS = new HashMap<>();

    @BeforeAll
    static void found() throws Exception {
        node = Node.start(World.settings(home));
        it = new FoundedWorld(Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT)));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<OperationId>>> all = IntStream.rangeClosed(1, CUSTOMERS)
                    .mapToObj(number -> callers.submit(() -> customer(number)))
                    .toList();
            for (int i = 0; i < all.size(); i++) {
                WalletId wallet = new WalletId(i + 1L);
                all.get(i).get().forEach(link -> LINKS.put(link, wallet));
            }
        }
        assertThat(eventually(() -> links(LinkStatus.ACTIVE) == LINKS.size())).isTrue();
    }

    private static List<OperationId> customer(int number) {
        it.customer(new WalletId(number));
        List<OperationId> links = new ArrayList<>();
        for (int i = 0; i < LINKS_EACH; i++) {
            links.add(it.linked(new WalletId(number), 100L * number + i));
        }
        return links;
    }

    @AfterAll
    static void stop() {
        it.gateway.close();
        node.close();
    }

    private static List<StateRecord> rows() {
        List<StateRecord> rows = new ArrayList<>();
        node.export(rows::add);
        return rows;
    }

    private static long links(LinkStatus status) {
        return rows().stream()
                .filter(row -> row instanceof StateRecord.LinkRow link && link.status() == status)
                .count();
    }

    private static boolean eventually(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    private static Refusal why(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).reason();
    }

    @Test
    @Order(1)
    void aThiefIsRefusedBeforeAnyBank() {
        WalletId thief = new WalletId(666);
        it.unverified(thief);
        RequestId id = it.gateway.newId();
        assertThat(why(it.owned(id, it.ask(thief, WEAK), thief))).isEqualTo(Refusal.WALLET_UNVERIFIED);
        OperationId link = OperationId.of(World.CLIENT, id, 0);
        assertThat(why(it.say(new CheckpointCommand.Depart(thief, link)))).isEqualTo(Refusal.LINK_NOT_FOUND);
        assertThat(rows())
                .noneMatch(row -> row instanceof StateRecord.CheckedLinkRow known
                        && known.wallet().equals(thief));
    }

    @Test
    @Order(2)
    void reopeningByTheSamePersonTwiceIsRefused() {
        RequestId id = it.gateway.newId();
        var once = it.says(1, it.alice, id, REOPEN);
        assertThat(why(it.by(id, REOPEN, List.of(once, once)))).isEqualTo(Refusal.SAME_APPROVER);
    }

    @Test
    @Order(3)
    void reopeningWithAForgedSecondAssertionIsRefused() {
        RequestId id = it.gateway.newId();
        var forged = it.says(2, it.alice, id, REOPEN);
        assertThat(why(it.by(id, REOPEN, List.of(it.says(1, it.alice, id, REOPEN), forged))))
                .isEqualTo(Refusal.ASSERTION_FORGED);
        RequestId other = it.gateway.newId();
        var seen = it.says(2, it.bob, other, REOPEN);
        RequestId replayed = it.gateway.newId();
        assertThat(why(it.by(replayed, REOPEN, List.of(it.says(1, it.alice, replayed, REOPEN), seen))))
                .isEqualTo(Refusal.ASSERTION_WRONG_CHALLENGE);
    }

    @Test
    @Order(4)
    void nothingPassesAfterASuspensionAndWhatIsInFlightEnds() throws Exception {
        List<OperationId> links = List.copyOf(LINKS.keySet());
        Set<RequestKey> asks = java.util.concurrent.ConcurrentHashMap.newKeySet();
        Set<RequestKey> topUps = java.util.concurrent.ConcurrentHashMap.newKeySet();
        var started = new ConcurrentLinkedQueue<OperationId>();
        RequestId stopLinks = it.gateway.newId();
        RequestId stopTopUps = it.gateway.newId();
        node.awaitOutcomes();
        try (var reader = new OutcomeLogReader(home, 0);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            reader.skipAll();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                OperationId link = links.get(i % links.size());
                RequestId id = it.gateway.newId();
                if (i == AT_ONCE / 2) {
                    all.add(callers.submit(() -> stop(stopLinks, BankOperation.LINKS)));
                    all.add(callers.submit(() -> stop(stopTopUps, BankOperation.TOP_UPS)));
                }
                (i % 2 == 0 ? asks : topUps).add(id);
                all.add(
                        i % 2 == 0
                                ? callers.submit(() -> it.owned(id, it.ask(owner(link), STRONG), owner(link)))
                                : callers.submit(() -> topUp(id, link, started)));
            }
            for (Future<?> one : all) {
                one.get();
            }
            node.awaitOutcomes();
            Sequence order = new Sequence(asks, topUps, stopLinks, stopTopUps);
            reader.readAll(order);
            order.check();
        }
        started.forEach(instruction -> it.say(new InstructionCommand.Settled(instruction, 0)));
        assertThat(eventually(() -> open().isEmpty()))
                .as("in flight: %s", open())
                .isTrue();
        for (StateRecord row : rows()) {
            if (row instanceof StateRecord.LinkRow link && link.status() == LinkStatus.REQUESTED) {
                assertThat(why(it.say(new CheckpointCommand.Depart(link.wallet(), link.link()))))
                        .isEqualTo(Refusal.BANK_SUSPENDED);
            }
        }
    }

    private static WalletId owner(OperationId link) {
        return java.util.Objects.requireNonNull(LINKS.get(link));
    }

    private static void stop(RequestId id, BankOperation operation) {
        var suspend = new BankCommand.Suspend(STRONG, operation, 1);
        FoundedWorld.accepted(it.by(id, suspend, List.of(it.says(1, it.alice, id, suspend))));
    }

    /** Starts a top-up, and a worker claims every other one of them. */
    private static void topUp(RequestId id, OperationId link, ConcurrentLinkedQueue<OperationId> claimed) {
        var start = new TopUpCommand.Start(owner(link), link, new Money(100, Currency.JPY));
        if (it.by(id, start, List.of()).accepted() && (id.low() & 1) == 0) {
            OperationId instruction = OperationId.of(World.CLIENT, id, 0);
            if (it.say(new InstructionCommand.Claim(instruction, 60_000)).kind() == OutcomeKind.INSTRUCTION_CLAIMED) {
                claimed.add(instruction);
            }
        }
    }

    /** Instructions that have no end. */
    private static List<StateRecord> open() {
        return rows().stream()
                .filter(row -> row instanceof StateRecord.InstructionRow instruction
                        && instruction.status() != InstructionStatus.SETTLED
                        && instruction.status() != InstructionStatus.WITHDRAWN)
                .toList();
    }

    /** What was accepted before and after the suspensions, in the order of the log. */
    private static final class Sequence implements OutcomeVisitor {
        private final Set<RequestKey> asks;
        private final Set<RequestKey> topUps;
        private final RequestKey stopLinks;
        private final RequestKey stopTopUps;
        private boolean linksStopped;
        private boolean topUpsStopped;
        private int before;
        private int refused;
        private final List<RequestKey> after = new ArrayList<>();
        private final Set<RequestKey> answered = new HashSet<>();

        Sequence(Set<RequestKey> asks, Set<RequestKey> topUps, RequestKey stopLinks, RequestKey stopTopUps) {
            this.asks = asks;
            this.topUps = topUps;
            this.stopLinks = stopLinks;
            this.stopTopUps = stopTopUps;
        }

        @Override
        public void step(long position, long stamp) {}

        @Override
        public void event(Event event) {}

        @Override
        public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {
            linksStopped |= key.equals(stopLinks);
            topUpsStopped |= key.equals(stopTopUps);
            boolean ask = asks.contains(key);
            if (!ask && !topUps.contains(key)) {
                return;
            }
            answered.add(key);
            boolean stopped = ask ? linksStopped : topUpsStopped;
            if (!answer.outcome().accepted()) {
                refused++;
            } else if (stopped) {
                after.add(key);
            } else {
                before++;
            }
        }

        @Override
        public void timePassed() {}

        void check() {
            assertThat(after).as("accepted after the answer").isEmpty();
            assertThat(answered).hasSize(AT_ONCE);
            assertThat(before).as("accepted before").isPositive();
            assertThat(refused).as("refused").isPositive();
        }
    }

    @Test
    @Order(5)
    void aDescriptionLoweredToAPinSuspendsAllLinksWithinASecond() throws Exception {
        long active = links(LinkStatus.ACTIVE);
        assertThat(active).isGreaterThanOrEqualTo(CUSTOMERS * LINKS_EACH);
        node.awaitOutcomes();
        try (var reader = new OutcomeLogReader(home, 0)) {
            reader.skipAll();
            var suspended = new Suspended();
            FoundedWorld.accepted(it.approvedByOne(new TrustCommand.Describe(STRONG, FoundedWorld.description(2, 1))));
            long answered = System.nanoTime();
            while (suspended.links.size() < active && reader.await(suspended, Duration.ofSeconds(10))) {
                // the next step
            }
            Duration took = Duration.ofNanos(System.nanoTime() - answered);
            assertThat(suspended.links).hasSize((int) active);
            assertThat(took).as("from the answer to the last link").isLessThan(Duration.ofSeconds(1));
        }
    }

    private static final class Suspended implements OutcomeVisitor {
        private final Set<OperationId> links = new HashSet<>();

        @Override
        public void step(long position, long stamp) {}

        @Override
        public void event(Event event) {
            if (event instanceof Event.LinkMoved moved && moved.status() == LinkStatus.SUSPENDED) {
                links.add(moved.link());
            }
        }

        @Override
        public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {}

        @Override
        public void timePassed() {}
    }
}
