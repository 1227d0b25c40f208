package sekisho.benchmarks;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a measurement should reach on a machine with two cores and a disk that writes 210 MB/s.
 *
 * @param bound the worst value that will do
 * @param atLeast whether more is better
 */
record Target(double bound, boolean atLeast) {
    private static final Map<String, Target> ENGINE = Map.of(
            "engine.core.transfers", new Target(1_500_000, true),
            "engine.durable.batch.transfers", new Target(600_000, true),
            "engine.durable.single.commands", new Target(120_000, true),
            "engine.durable.single.p99", new Target(5, false),
            "engine.mixed.single.p99", new Target(10, false),
            "pause.max", new Target(50, false),
            "memory.wallet.bytes", new Target(256, false),
            "snapshot.write", new Target(2, false),
            "snapshot.restore", new Target(2, false),
            "snapshot.stall", new Target(100, false));

    private static final Map<String, Target> PROJECTOR = Map.of(
            "projector.alone.transfers", new Target(60_000, true), "projector.transfers", new Target(20_000, true));

    private static final Map<String, Target> HTTP = Map.of(
            "http.single.requests", new Target(8_000, true),
            "http.single.p99", new Target(25, false),
            "http.bulk.transfers", new Target(100_000, true));

    private static final Map<String, Target> ORACLE =
            Map.of("oracle.door.median", new Target(2, false), "oracle.door.p90", new Target(2, false));

    /** The target of a measurement, if it has one. */
    static Optional<Target> of(String name) {
        return Optional.ofNullable(ENGINE.get(name))
                .or(() -> Optional.ofNullable(PROJECTOR.get(name)))
                .or(() -> Optional.ofNullable(HTTP.get(name)))
                .or(() -> Optional.ofNullable(ORACLE.get(name)));
    }

    boolean met(double value) {
        return atLeast ? value >= bound : value <= bound;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %,.0f", atLeast ? "≥" : "≤", bound);
    }
}
