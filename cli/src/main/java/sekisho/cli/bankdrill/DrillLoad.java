package sekisho.cli.bankdrill;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import sekisho.cli.bankdrill.DrillWorld.Customer;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.Command;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestId;
import sekisho.protocol.TopUpCommand;

/**
 * Customers who top up and cash out, so many a simulated minute whatever the banks do. One thread drives it; the
 * requests are made by threads of their own.
 */
final class DrillLoad implements AutoCloseable {
    private static final int MOST_YEN = 500;
    private static final int CASH_OUT_ONE_IN = 4;

    private final DrillWorld world;
    private final double perSecond;
    private final SplittableRandom random;
    private final Map<OperationId, Long> begunNanos = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private double due;
    private Duration last;

    DrillLoad(DrillWorld world, BankDrillSettings settings) {
        this.world = world;
        this.perSecond = settings.perMinute() * world.banks().size() / 60.0;
        this.random = new SplittableRandom(settings.seed());
        this.last = world.clock().passed();
    }

    /** Keeps the load up for so much simulated time. */
    void keepUp(Duration time) throws InterruptedException {
        Duration until = world.clock().passed().plus(time);
        while (world.clock().passed().compareTo(until) < 0) {
            Thread.sleep(2);
            Duration now = world.clock().passed();
            due += now.minus(last).toMillis() / 1_000.0 * perSecond;
            last = now;
            for (; due >= 1; due--) {
                start();
            }
        }
    }

    /** When the instruction's request was made; {@link System#nanoTime}. */
    long begunNanos(OperationId id) {
        return begunNanos.getOrDefault(id, 0L);
    }

    /** Waits for the requests that are on their way. */
    @Override
    public void close() {
        threads.close();
    }

    private void start() {
        Customer customer =
                world.customers().get(random.nextInt(world.customers().size()));
        Money amount = Money.yen(1 + random.nextInt(MOST_YEN));
        Command<?> command = random.nextInt(CASH_OUT_ONE_IN) == 0
                ? new CashOutCommand.Start(customer.wallet(), customer.link(), amount)
                : new TopUpCommand.Start(customer.wallet(), customer.link(), amount);
        RequestId id = world.newId();
        begunNanos.put(world.operation(id), System.nanoTime());
        // A cash-out may be refused for want of money: then there is no instruction.
        threads.execute(() -> world.say(id, command));
    }
}
