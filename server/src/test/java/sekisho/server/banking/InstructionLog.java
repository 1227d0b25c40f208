package sekisho.server.banking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import sekisho.gateway.OutcomeLogReader;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestKey;
import sekisho.wire.OutcomeVisitor;

/** What the outcome log says about instructions. Owner: one thread. */
final class InstructionLog implements OutcomeVisitor, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OutcomeLogReader reader;
    private final Map<OperationId, Event.InstructionChanged> last = new HashMap<>();
    private final Map<OperationId, List<InstructionStatus>> ways = new HashMap<>();
    private final Map<OperationId, Long> claims = new HashMap<>();
    private final List<Event.BankContradiction> contradictions = new ArrayList<>();
    private long position;

    InstructionLog(Path home) {
        reader = new OutcomeLogReader(home, 0);
    }

    /** Reads on until something holds. */
    void await(BooleanSupplier condition) {
        long begun = System.nanoTime();
        reader.readAll(this);
        while (!condition.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
            reader.await(this, Duration.ofMillis(20));
        }
    }

    /** Reads on until an instruction stands so. */
    void awaitStatus(OperationId id, InstructionStatus status) {
        await(() -> status(id) == status);
    }

    /** Reads on until these have ended. */
    void awaitEnded(Iterable<OperationId> ids) {
        for (OperationId id : ids) {
            await(() -> last.containsKey(id) && !status(id).open());
        }
    }

    InstructionStatus status(OperationId id) {
        var change = last.get(id);
        return change == null ? InstructionStatus.REQUESTED : change.status();
    }

    /** The statuses that an instruction went through. */
    List<InstructionStatus> way(OperationId id) {
        return ways.getOrDefault(id, List.of());
    }

    /** Where in the log an instruction was claimed. */
    Map<OperationId, Long> claims() {
        return claims;
    }

    List<Event.BankContradiction> contradictions() {
        return contradictions;
    }

    Set<OperationId> with(InstructionStatus status) {
        return last.values().stream()
                .filter(change -> change.status() == status)
                .map(Event.InstructionChanged::instruction)
                .collect(Collectors.toSet());
    }

    @Override
    public void step(long stepPosition, long stamp) {
        position = stepPosition;
    }

    @Override
    public void event(Event event) {
        if (event instanceof Event.InstructionChanged change) {
            last.put(change.instruction(), change);
            ways.computeIfAbsent(change.instruction(), _ -> new ArrayList<>()).add(change.status());
            if (change.status() == InstructionStatus.CLAIMED) {
                claims.put(change.instruction(), position);
            }
        } else if (event instanceof Event.BankContradiction contradiction) {
            contradictions.add(contradiction);
        }
    }

    @Override
    public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {}

    @Override
    public void timePassed() {}

    @Override
    public void close() {
        reader.close();
    }
}
