package sekisho.simulation;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;
import sekisho.auditor.Auditor;
import sekisho.auditor.Step;
import sekisho.protocol.Request;

/**
 * One node without the network: an engine, its log and its snapshots, and the auditor beside it. A crash loses the
 * engine; what comes back is the last snapshot and the log since.
 */
final class SimulatedNode {

    /** What the log holds of a step, and what the outcome log holds of it. */
    private record Logged(long position, long stamp, List<DirectBuffer> frames, Oddity oddity, DirectBuffer outcomes) {}

    private final SimulationSettings settings;
    private final Engine.Maker maker;
    private final Coverage coverage;
    private final Mail mail = new Mail();
    private final Auditor auditor;
    private final Meetings meetings;
    private final List<Logged> log = new ArrayList<>();
    private Engine engine;
    private @Nullable Snapshot snapshot;
    private @Nullable Freezing freezing;
    private long position;

    SimulatedNode(SimulationSettings settings, Engine.Maker maker, Auditor auditor, Coverage coverage) {
        this.settings = settings;
        this.maker = maker;
        this.auditor = auditor;
        this.coverage = coverage;
        meetings = new Meetings(auditor.glance(), coverage);
        engine = maker.fresh(settings);
    }

    /** One step: no messages, a tick. Everything it brings about is compared. */
    Step step(List<Message> messages, long stamp, Oddity oddity) {
        List<DirectBuffer> frames = messages.stream().map(mail::write).toList();
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            List<Request> read = mail.read(frames.get(i));
            Mail.check(messages.get(i), read);
            requests.addAll(read);
        }
        List<Request> asked = oddity.applied(requests);
        meetings.look(asked, stamp, auditor.halted());
        Step expected = asked.isEmpty() ? auditor.tick(stamp) : auditor.frame(asked, stamp);
        Step actual = run(asked, stamp);
        Comparison.compare(expected, actual);
        position++;
        DirectBuffer outcomes = mail.write(actual, position, engine.now());
        mail.check(actual, position, engine.now(), outcomes);
        log.add(new Logged(position, stamp, frames, oddity, outcomes));
        meetings.count(actual);
        return actual;
    }

    private Step run(List<Request> requests, long stamp) {
        Recording recording = new Recording();
        if (requests.isEmpty()) {
            engine.tick(stamp, recording);
        } else {
            engine.frame(requests, stamp, recording);
        }
        return recording.step();
    }

    /** Compares the whole state with the auditor's, and begins a snapshot of it on another thread. */
    void freeze() {
        if (freezing != null) {
            return;
        }
        Engine.Frozen frozen = engine.freeze();
        Snapshot now = Snapshot.of(frozen);
        compareWithAuditor("at step " + position, now);
        freezing = new Freezing(frozen, log.size(), now.fingerprint());
        coverage.fault(Fault.EXPORT_WHILE_RUNNING);
    }

    /** The snapshot is durable; the log before it is not needed any more. */
    void finishSnapshot() {
        if (freezing == null) {
            return;
        }
        snapshot = freezing.finish();
        log.subList(0, freezing.logged()).clear();
        freezing = null;
    }

    /** How many of the last steps a crash may lose. */
    int losable() {
        return Math.min(log.size(), Auditor.STEPS_KEPT);
    }

    /**
     * The engine is gone, and so are the last steps of the log. A new one is made of the snapshot and the log.
     *
     * @param lost how many steps, at most {@link #losable}
     */
    void crash(int lost) {
        if (freezing != null) {
            freezing.finish(); // joins the thread; nothing of it is kept
            freezing = null;
        }
        String before = fingerprint();
        coverage.fault(snapshot == null ? Fault.CRASH_WITHOUT_SNAPSHOT : Fault.CRASH);
        coverage.faultIf(Fault.LOST_TAIL, lost > 0);
        log.subList(log.size() - lost, log.size()).clear();
        position -= lost;
        auditor.stepBack(lost);
        engine = snapshot == null ? maker.fresh(settings) : maker.restore(settings, snapshot.rows());
        log.forEach(this::replay);
        Snapshot after = snapshotNow();
        if (lost == 0 && !after.fingerprint().equals(before)) {
            throw new Violation("snapshot and log give another state: " + before + " became " + after.fingerprint());
        }
        compareWithAuditor("restored at step " + position, after);
    }

    private void replay(Logged logged) {
        List<Request> requests = new ArrayList<>();
        logged.frames().forEach(frame -> requests.addAll(mail.read(frame)));
        Step step = run(logged.oddity().applied(requests), logged.stamp());
        DirectBuffer outcomes = mail.write(step, logged.position(), engine.now());
        if (!outcomes.equals(logged.outcomes())) {
            throw new Violation("step " + logged.position() + " has other outcomes when it is replayed: " + step);
        }
    }

    private void compareWithAuditor(String when, Snapshot taken) {
        auditor.checkEverything();
        StateComparison.compare(when, auditor.records(), taken.rows());
    }

    private Snapshot snapshotNow() {
        try (Engine.Frozen frozen = engine.freeze()) {
            return Snapshot.of(frozen);
        }
    }

    /** Of the whole state, as it is. */
    String fingerprint() {
        return snapshotNow().fingerprint();
    }
}
