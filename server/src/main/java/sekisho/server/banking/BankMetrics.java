package sekisho.server.banking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;
import sekisho.bank.BankAnswer;
import sekisho.bank.CallAnswer;
import sekisho.bank.DoubtCause;
import sekisho.protocol.BankId;

/** What is measured at one bank. Any thread. */
final class BankMetrics implements AutoCloseable {
    private static final String PREFIX = "sekisho.bank.";

    /** Few: there is a row of them for each bank, call and answer. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry meters;
    private final Tags bank;
    private final List<Gauge> gauges = new CopyOnWriteArrayList<>();

    BankMetrics(MeterRegistry meters, BankId bank) {
        this.meters = meters;
        this.bank = Tags.of("bank", "%04d".formatted(bank.code()));
    }

    /** Shows what a desk knows. */
    void watch(BankDesk desk) {
        gauge("outstanding", desk, one -> one.counts().outstanding());
        gauge("unclaimed", desk, one -> one.counts().unclaimed());
        gauge("in.doubt", desk, one -> one.counts().inDoubt());
        gauge("overflows", desk, one -> one.counts().overflows());
    }

    /** Shows how far a bank is trusted. */
    void watch(BankCaller caller) {
        gauge("breaker", caller, BankCaller::breakerState);
    }

    /** A call has ended. */
    void called(BankCaller.Call call, BankAnswer answer, Duration took) {
        Timer.builder(PREFIX + "calls")
                .tags(bank.and("call", call.name().toLowerCase(Locale.ROOT), "answer", word(answer)))
                .serviceLevelObjectives(BUCKETS)
                .register(meters)
                .record(took);
        if (answer instanceof CallAnswer.InDoubt(DoubtCause cause)) {
            meters.counter(PREFIX + "doubts", bank.and("cause", cause.name().toLowerCase(Locale.ROOT)))
                    .increment();
        }
    }

    /** The bank has said the opposite of what it had said. */
    void contradicted() {
        meters.counter(PREFIX + "contradictions", bank).increment();
    }

    /** Takes away what would otherwise show a desk that is gone. */
    @Override
    public void close() {
        gauges.forEach(meters::remove);
    }

    private <T> void gauge(String name, T of, ToDoubleFunction<T> value) {
        gauges.add(Gauge.builder(PREFIX + name, of, value).tags(bank).register(meters));
    }

    private static String word(BankAnswer answer) {
        return switch (answer) {
            case CallAnswer.Settled _ -> "settled";
            case CallAnswer.Declined _ -> "declined";
            case CallAnswer.InDoubt _ -> "in-doubt";
            case BankAnswer.NotKnown _ -> "not-known";
        };
    }
}
