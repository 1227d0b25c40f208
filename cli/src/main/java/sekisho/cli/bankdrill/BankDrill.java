package sekisho.cli.bankdrill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import sekisho.banksimulator.conduct.Conduct;
import sekisho.banksimulator.conduct.Fault;
import sekisho.banksimulator.conduct.Misbehaviour;
import sekisho.benchmarks.Progress;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.OperationId;

/**
 * Lets a bank misbehave, in one way after the other, under load: a third of the time one call in five suffers, a third
 * of the time every call, a third one in five again. Then the bank recovers. Owned by one thread.
 */
public final class BankDrill {
    private static final double SHARE = 0.2;
    private static final long SLOW_MILLIS = DrillWorld.CALL_TIMEOUT.toMillis() * 3 / 2;
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration LONGEST_RECOVERY = Duration.ofHours(6);
    private static final int PATIENCE_SECONDS = 60;
    private static final double MEDIAN_TIMES = 3;
    private static final double MEDIAN_MORE_MILLIS = 10;

    /**
     * What a drill does by the thousand is no news: banks contradict themselves, and sessions end in a clock that
     * runs. Kept, because a logger that nobody holds loses its level.
     */
    private static final List<Logger> TOO_LOUD = List.of(
            Logger.getLogger("sekisho.server.banking.BankPost"),
            Logger.getLogger("sekisho.gateway.ClusterLink"),
            Logger.getLogger("org.apache"));

    private final BankDrillSettings settings;
    private final Progress progress;
    private final DrillWorld world;
    private final DrillLoad load;
    private final Set<OperationId> counted = new HashSet<>();
    private final List<BankDrillRow> rows = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    private BankDrill(BankDrillSettings settings, Progress progress, DrillWorld world, DrillLoad load) {
        this.settings = settings;
        this.progress = progress;
        this.world = world;
        this.load = load;
    }

    /** Runs a drill. */
    public static BankDrillReport run(BankDrillSettings settings, Progress progress) throws InterruptedException {
        TOO_LOUD.forEach(logger -> logger.setLevel(Level.OFF));
        try (var world = new DrillWorld(settings);
                var load = new DrillLoad(world, settings)) {
            return new BankDrill(settings, progress, world, load).run();
        }
    }

    private BankDrillReport run() throws InterruptedException {
        // The first minutes are for the machine to get warm, and count nowhere.
        load.keepUp(third());
        endWhatIsOpen("none");
        count("none", 0);
        rows.clear();
        load.keepUp(third());
        count("none", endWhatIsOpen("none"));
        for (Fault fault : settings.faults()) {
            String name = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
            misbehave(fault, SHARE);
            misbehave(fault, 1);
            misbehave(fault, SHARE);
            world.bank(DrillWorld.MISBEHAVING).behave(Conduct.GOOD);
            count(name, endWhatIsOpen(name));
            progress.say(rows.getLast().line());
        }
        reckon();
        compare();
        return new BankDrillReport(world.book().lines().size(), rows, troubles);
    }

    private void misbehave(Fault fault, double share) throws InterruptedException {
        Misbehaviour misbehaviour =
                fault == Fault.SLOW ? Misbehaviour.slow(share, SLOW_MILLIS) : Misbehaviour.often(fault, share);
        world.bank(DrillWorld.MISBEHAVING).behave(Conduct.of(settings.seed(), misbehaviour));
        load.keepUp(third());
    }

    /** Keeps the load up until everything that was started before this has ended; says how many minutes that took. */
    private double endWhatIsOpen(String fault) throws InterruptedException {
        Duration begun = world.clock().passed();
        var before = world.book().lines().stream()
                .filter(DrillBook.Line::open)
                .map(line -> line.last().instruction())
                .toList();
        for (OperationId id : before) {
            while (world.book().line(id).open()) {
                if (world.clock().passed().minus(begun).compareTo(LONGEST_RECOVERY) > 0) {
                    troubles.add(fault + ": not everything had ended six hours after the recovery");
                    return LONGEST_RECOVERY.toMinutes();
                }
                load.keepUp(LOOK.dividedBy(4));
            }
        }
        return world.clock().passed().minus(begun).toSeconds() / 60.0;
    }

    /** Makes a row of everything that has ended and is in no row yet. */
    private void count(String fault, double recovered) {
        List<DrillBook.Line> ended = world.book().lines().stream()
                .filter(line -> !line.open() && counted.add(line.last().instruction()))
                .toList();
        List<DrillBook.Line> there = ended.stream()
                .filter(line -> line.bank().equals(DrillWorld.MISBEHAVING))
                .toList();
        double[] others = ended.stream()
                .filter(line -> !line.bank().equals(DrillWorld.MISBEHAVING))
                .mapToDouble(
                        line -> (line.endedNanos() - load.begunNanos(line.last().instruction())) / 1e6)
                .sorted()
                .toArray();
        rows.add(new BankDrillRow(
                fault,
                there.size(),
                (int) there.stream().filter(DrillBook.Line::doubted).count(),
                with(there, InstructionStatus.SETTLED),
                with(there, InstructionStatus.DECLINED),
                (int) there.stream().filter(DrillBook.Line::contradicted).count(),
                recovered,
                quantile(others, 0.5),
                quantile(others, 0.99)));
    }

    /** At the end nothing is open, and second looks have found what they are for. */
    private void reckon() throws InterruptedException {
        load.close();
        var reckoning = new Reckoning(world);
        List<String> found = reckoning.troubles();
        for (int i = 0; i < PATIENCE_SECONDS && !found.isEmpty(); i++) {
            Thread.sleep(1_000);
            found = reckoning.troubles();
        }
        troubles.addAll(found);
    }

    private void compare() {
        double alone = rows.getFirst().median();
        rows.stream()
                .filter(row -> row.median() > MEDIAN_TIMES * alone + MEDIAN_MORE_MILLIS)
                .forEach(row -> troubles.add(row.fault() + ": the others' median latency was "
                        + Math.round(row.median()) + " ms, and " + Math.round(alone) + " ms without it"));
    }

    private Duration third() {
        return Duration.ofSeconds(settings.minutes() * 60L / 3);
    }

    private static int with(List<DrillBook.Line> lines, InstructionStatus status) {
        return (int)
                lines.stream().filter(line -> line.last().status() == status).count();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }
}
