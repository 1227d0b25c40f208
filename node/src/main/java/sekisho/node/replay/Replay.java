package sekisho.node.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.core.Capacity;
import sekisho.core.Core;
import sekisho.core.Sink;
import sekisho.node.snapshots.DamagedSnapshot;
import sekisho.node.snapshots.SnapshotFiles;
import sekisho.protocol.Answer;
import sekisho.protocol.Event;
import sekisho.protocol.Request;
import sekisho.wire.home.HomeLayout;

/** Brings an engine to where it was. Reads files only; a node may run meanwhile. */
public final class Replay {

    private final HomeLayout home;
    private final Capacity capacity;

    /**
     * Replays the log of a home.
     *
     * @param capacity what the node that wrote it has
     */
    public Replay(Path home, Capacity capacity) {
        this.home = new HomeLayout(home);
        this.capacity = capacity;
    }

    /**
     * The engine just before a request was decided.
     *
     * @param position of the request's step, as the outcome log says; must be recorded there
     * @param place of the request within its step, from 0
     * @throws NotReplayable if the log has no such request, or a piece of it is missing
     */
    public Moment before(long position, int place) throws IOException, NotReplayable {
        Start start = start(position);
        try (var log = new CommandLogReader(home, start.position())) {
            LoggedStep step = log.next();
            while (step != null && step.position() < position) {
                apply(start.core(), step);
                step = log.next();
            }
            if (step == null
                    || step.position() != position
                    || place >= step.requests().size()) {
                throw new NotReplayable("the command log has no request at position " + position + ", place " + place);
            }
            return moment(start.core(), step, place);
        }
    }

    /** Applies what came before a request in its own step. */
    private static Moment moment(Core core, LoggedStep step, int place) {
        List<Request> requests = step.requests();
        int chain = place;
        while (chain > 0 && requests.get(chain - 1).linked()) {
            chain--;
        }
        List<Request> before = new ArrayList<>(requests.subList(0, chain));
        for (Request request : requests.subList(chain, place)) {
            before.add(alone(request));
        }
        apply(core, new LoggedStep(step.position(), step.stamp(), before));
        return new Moment(core, requests.get(place), step.stamp());
    }

    /** A request of a chain, executed by itself: the next one in the chain saw what it did. */
    private static Request alone(Request request) {
        return new Request(
                request.book(),
                request.client(),
                request.key(),
                request.contentHash(),
                false,
                false,
                request.effectiveAt(),
                request.command(),
                request.proof());
    }

    private static void apply(Core core, LoggedStep step) {
        if (step.requests().isEmpty()) {
            core.tick(step.stamp(), Unheard.SINK);
        } else {
            core.frame(step.requests(), step.stamp(), Unheard.SINK);
        }
    }

    /** An engine, and the last step that it has seen. */
    private record Start(Core core, long position) {}

    private Start start(long before) throws IOException {
        var files = new SnapshotFiles(home.snapshots());
        for (long position : files.positions()) {
            Core core = position < before ? restored(files, position) : null;
            if (core != null) {
                return new Start(core, position);
            }
        }
        return new Start(new Core(capacity), 0);
    }

    private @Nullable Core restored(SnapshotFiles files, long position) throws IOException {
        try {
            return files.restore(position, capacity).core();
        } catch (DamagedSnapshot damaged) {
            return null; // An older one, or the log's beginning, says the same.
        }
    }

    /** What came of it was told when it happened. */
    private enum Unheard implements Sink {
        SINK;

        @Override
        public void event(Event event) {}

        @Override
        public void answered(Request request, Answer answer) {}

        @Override
        public void timePassed() {}
    }
}
