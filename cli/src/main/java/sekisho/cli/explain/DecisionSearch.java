package sekisho.cli.explain;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sekisho.gateway.OutcomeLogReader;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestId;
import sekisho.protocol.RequestKey;
import sekisho.wire.OutcomeVisitor;

/**
 * Finds the request with an id, of one client or of all. Of several answers to one request the one counts that was decided: the first
 * that is remembered; without such a one, the first.
 */
public final class DecisionSearch implements OutcomeVisitor {

    private final long high;
    private final long low;
    private final @Nullable ClientId client;
    private final Map<ClientId, Decision> found = new LinkedHashMap<>();
    private long position;
    private int place;
    private boolean tried;

    private DecisionSearch(long high, long low, @Nullable ClientId client) {
        this.high = high;
        this.low = low;
        this.client = client;
    }

    /**
     * The decisions with an id, at most one a client.
     *
     * @param id a request id, or the id of what a request began: 32 hexadecimal digits, with dashes or without
     * @throws IllegalArgumentException if it is not
     */
    public static List<Decision> in(Path home, String id, @Nullable ClientId client) {
        String digits = id.replace("-", "");
        if (!digits.matches("[0-9a-fA-F]{32}")) {
            throw new IllegalArgumentException("an id is 32 hexadecimal digits, with dashes or without, not " + id);
        }
        var search = new DecisionSearch(
                Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16), client);
        try (var log = new OutcomeLogReader(home, 0)) {
            log.readAll(search);
        }
        return List.copyOf(search.found.values());
    }

    @Override
    public void step(long stepPosition, long stamp) {
        position = stepPosition;
        place = 0;
        tried = false;
    }

    @Override
    public void event(Event event) {}

    @Override
    public void tried() {
        tried = true;
    }

    @Override
    public void answered(BookId book, ClientId from, RequestKey key, Answer answer) {
        if ((client == null || client.equals(from)) && isMeant(from, key)) {
            var decision = new Decision(position, place, book, from, key, answer, tried);
            Decision known = found.get(from);
            if (known == null || (rank(decision) > rank(known))) {
                found.put(from, decision);
            }
        }
        place++;
        tried = false;
    }

    @Override
    public void timePassed() {}

    private boolean isMeant(ClientId from, RequestKey key) {
        if (key instanceof RequestId id && id.high() == high && id.low() == low) {
            return true;
        }
        OperationId operation = OperationId.of(from, key, 0);
        return operation.high() == high && operation.low() == low;
    }

    private static int rank(Decision decision) {
        if (decision.answer().repeated()) {
            return 0;
        }
        boolean remembered = !(decision.answer().outcome() instanceof sekisho.protocol.Refused refused)
                || refused.reason().remembered();
        return (decision.tried() ? 1 : 2) + (remembered ? 2 : 0);
    }
}
