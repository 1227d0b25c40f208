package sekisho.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import sekisho.auditor.Answered;
import sekisho.auditor.AuditedCapacity;
import sekisho.auditor.Auditor;
import sekisho.auditor.Glance;
import sekisho.auditor.Step;
import sekisho.core.Capacity;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;

/** The whole money path under one seed. One thread, but for exports of frozen states. */
public final class Simulation {

    private static final int REPORT_EVERY = 2_000;

    private final SimulationSettings settings;
    private final Chance chance;
    private final Coverage coverage = new Coverage();
    private final SimulatedClock clock;
    private final Auditor auditor;
    private final Planner planner;
    private final SimulatedNode node;
    private final ArrayDeque<List<Message>> lately = new ArrayDeque<>();
    private boolean crashed;
    private long requests;

    private Simulation(SimulationSettings settings, Engine.Maker maker) {
        this.settings = settings;
        chance = new Chance(settings.seed());
        clock = new SimulatedClock(chance.split(), coverage);
        auditor = new Auditor(audited(settings.capacity()));
        World world = new World(chance.split(), auditor.glance());
        planner = new Planner(world, coverage, clock);
        node = new SimulatedNode(settings, maker, auditor, coverage);
    }

    private static AuditedCapacity audited(Capacity most) {
        return new AuditedCapacity(
                most.holders(),
                most.holds(),
                most.payments(),
                most.instructions(),
                most.links(),
                most.streams(),
                most.reversals());
    }

    /**
     * Runs the engine under these settings.
     *
     * @throws Violation if it did what it must not, or if something never happened that has to
     */
    public static SimulationResult run(SimulationSettings settings, Progress progress) {
        return run(settings, new CoreEngine.Maker(), progress);
    }

    static SimulationResult run(SimulationSettings settings, Engine.Maker maker, Progress progress) {
        return new Simulation(settings, maker).run(progress);
    }

    private SimulationResult run(Progress progress) {
        int step = 0;
        try {
            for (List<Message> messages : planner.setup()) {
                clock.advanceQuietly();
                take(messages);
            }
            for (step = 1; step <= settings.steps(); step++) {
                oneMore();
                if (step % REPORT_EVERY == 0) {
                    progress.at(step, settings.steps());
                }
            }
            node.finishSnapshot();
            node.crash(0);
        } catch (RuntimeException | AssertionError e) {
            throw new Violation("seed " + settings.seed() + ", step " + step + ": " + e.getMessage(), e);
        }
        List<String> zeros = coverage.zeros();
        if (!zeros.isEmpty() && !settings.zerosAllowed()) {
            throw new Violation("seed " + settings.seed() + ": never happened: " + zeros);
        }
        return new SimulationResult(settings, requests, coverage.counts(), zeros, node.fingerprint());
    }

    private void oneMore() {
        if (chance.onceIn(settings.faultEvery())) {
            crash();
        }
        if (crashed && chance.onceIn(settings.faultEvery() / 2)) {
            node.freeze();
        } else if (chance.onceIn(20)) {
            node.finishSnapshot();
        }
        take(planner.next(auditor.halted()));
    }

    private void crash() {
        int lost = chance.onceIn(2) ? Math.min(chance.between(1, 30), node.losable()) : 0;
        node.crash(lost);
        crashed = true;
        List<Message> again = new ArrayList<>();
        for (int step = 0; step < lost && !lately.isEmpty(); step++) {
            again.addAll(0, lately.removeLast());
        }
        planner.lost(again);
    }

    private void take(List<Message> messages) {
        boolean streams = messages.stream().anyMatch(Message.OfStream.class::isInstance);
        Oddity oddity = streams && chance.onceIn(30) ? chance.of(Oddity.LINKED_ENTRY, Oddity.DRY_ENTRY) : Oddity.NONE;
        Glance before = auditor.glance();
        int overdue = before.overdue();
        int remembered = before.remembered();
        boolean halted = auditor.halted();
        Step step = node.step(messages, clock.stamp(), oddity);
        requests += step.answers().size();
        lately.addLast(messages);
        if (lately.size() > Auditor.STEPS_KEPT) {
            lately.removeFirst();
        }
        coverage.step(step);
        coverage.faultIf(Fault.STREAM_IN_A_CHAIN, oddity != Oddity.NONE);
        coverage.faultIf(Fault.MORE_OVERDUE_THAN_A_STEP_ENDS, overdue > 256 || (overdue > 0 && before.overdue() > 0));
        coverage.faultIf(Fault.CLOCK_CONFIRMED, halted && !auditor.halted());
        coverage.faultIf(Fault.FORGOTTEN_AFTER_180_DAYS, before.remembered() < remembered);
        step.answers().forEach(this::countFaults);
        planner.learn(step);
    }

    private void countFaults(Answered answered) {
        boolean withId = answered.request().key() instanceof RequestId;
        boolean repeated = answered.answer().repeated();
        coverage.faultIf(
                Fault.REPEATED_REQUEST,
                repeated && withId && !answered.request().linked());
        coverage.faultIf(Fault.REPEATED_CHAIN, repeated && answered.request().linked());
        coverage.faultIf(Fault.STREAM_REPEAT, repeated && !withId);
        coverage.faultIf(
                Fault.DRY_RUN,
                answered.request().dryRun() && !answered.request().linked());
        if (answered.answer().outcome() instanceof Refused refused) {
            switch (refused.reason()) {
                case REQUEST_TOO_OLD -> coverage.fault(Fault.OLD_REQUEST);
                case REQUEST_FROM_THE_FUTURE -> coverage.fault(Fault.FUTURE_REQUEST);
                case REQUEST_CONFLICT -> coverage.fault(Fault.CONFLICTING_REQUEST);
                case STREAM_GAP -> coverage.fault(Fault.STREAM_GAP);
                case STREAM_DIVERGED -> coverage.fault(Fault.STREAM_DIVERGED);
                case JOURNAL_FULL -> coverage.fault(Fault.JOURNAL_FULL);
                case TIME_NOT_NEAR -> coverage.fault(Fault.CONFIRMED_WRONGLY);
                default -> {} // nobody's fault
            }
        }
    }
}
