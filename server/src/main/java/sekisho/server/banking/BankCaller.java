package sekisho.server.banking;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sekisho.bank.BankAnswer;
import sekisho.bank.BankConnector;
import sekisho.bank.BankInstruction;
import sekisho.bank.CallAnswer;
import sekisho.bank.CallAnswer.InDoubt;
import sekisho.bank.DoubtCause;
import sekisho.protocol.BankId;

/** Calls one bank through its connector, under its circuit breaker. Any thread. */
final class BankCaller {
    private static final System.Logger LOG = System.getLogger(BankCaller.class.getName());

    private final BankConnector connector;
    private final BankingSettings settings;
    private final BankMetrics metrics;
    private final CircuitBreaker breaker;

    BankCaller(BankConnector connector, BankingSettings settings, BankMetrics metrics) {
        this.connector = connector;
        this.settings = settings;
        this.metrics = metrics;
        this.breaker = CircuitBreaker.of("bank-" + connector.bank().code(), config(settings.breaker()));
    }

    /** The calls there are. */
    enum Call {
        DEBIT,
        CREDIT,
        ENQUIRY
    }

    /** The breaker's permission for one call. Owner: one thread. */
    final class Permit implements AutoCloseable {
        private boolean used;

        private Permit() {}

        /** Gives the permission back, if there was no call. */
        @Override
        public void close() {
            if (!used) {
                used = true;
                breaker.releasePermission();
            }
        }
    }

    /** Permission for a call; null: the bank is left alone now. */
    @Nullable
    Permit tryPermit() {
        return breaker.tryAcquirePermission() ? new Permit() : null;
    }

    /** Whether the bank is called freely. */
    boolean trusted() {
        return breaker.getState() == CircuitBreaker.State.CLOSED;
    }

    /** 0: called freely; 1: on trial; 2: left alone. */
    int breakerState() {
        return switch (breaker.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
            case HALF_OPEN -> 1;
            case OPEN, FORCED_OPEN -> 2;
        };
    }

    BankId bank() {
        return connector.bank();
    }

    /** Has something done each time when the bank is called freely again. */
    void onTrustedAgain(Runnable what) {
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.CLOSED) {
                what.run();
            }
        });
    }

    /**
     * Has the bank carry out an instruction. While no connection comes about it is tried again, as long as there is
     * time for a whole call.
     *
     * @param deadlineNanos {@link System#nanoTime} at which the claim is over
     * @param permit for the first try
     */
    CallAnswer carryOut(BankInstruction instruction, long deadlineNanos, Permit permit) throws InterruptedException {
        long pauseNanos = settings.firstPause().toNanos();
        while (true) {
            CallAnswer answer = once(instruction, permit);
            boolean notReached = answer instanceof InDoubt(DoubtCause cause) && cause == DoubtCause.NOT_REACHED;
            long left =
                    deadlineNanos - System.nanoTime() - settings.callTimeout().toNanos();
            if (!notReached || left <= pauseNanos) {
                return answer;
            }
            TimeUnit.NANOSECONDS.sleep(pauseNanos);
            pauseNanos *= 2;
            if (!breaker.tryAcquirePermission()) {
                return answer;
            }
            permit.used = false;
        }
    }

    /** Asks what became of an instruction. */
    BankAnswer enquire(BankInstruction instruction, Permit permit) {
        return measured(
                Call.ENQUIRY, permit, () -> connector.enquire(instruction, settings.callTimeout()), InDoubt::new);
    }

    private CallAnswer once(BankInstruction instruction, Permit permit) {
        return switch (instruction) {
            case BankInstruction.Debit debit ->
                measured(Call.DEBIT, permit, () -> connector.debit(debit, settings.callTimeout()), InDoubt::new);
            case BankInstruction.Credit credit ->
                measured(Call.CREDIT, permit, () -> connector.credit(credit, settings.callTimeout()), InDoubt::new);
        };
    }

    /** Makes a doubt of a cause. */
    private interface Doubt<T> {
        T of(DoubtCause cause);
    }

    private <T extends BankAnswer> T measured(Call call, Permit permit, Supplier<T> calling, Doubt<T> doubt) {
        long begun = System.nanoTime();
        T answer;
        try {
            answer = calling.get();
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "the connector of bank " + connector.bank().code() + " failed", bug);
            answer = doubt.of(DoubtCause.NOT_UNDERSTOOD);
        }
        long took = System.nanoTime() - begun;
        permit.used = true;
        breaker.onResult(took, TimeUnit.NANOSECONDS, answer);
        metrics.called(call, answer, Duration.ofNanos(took));
        return answer;
    }

    private static CircuitBreakerConfig config(BreakerSettings settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.calls())
                .minimumNumberOfCalls(settings.fewest())
                .failureRateThreshold(settings.faultyPercent())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(settings.trials())
                .recordResult(answer -> answer instanceof InDoubt(DoubtCause cause) && cause.faulty())
                .build();
    }
}
