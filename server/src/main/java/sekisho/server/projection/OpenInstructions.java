package sekisho.server.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sekisho.protocol.Event;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.OperationId;

/**
 * Which instructions a batch opens and ends. One that is opened and ended in the same batch makes no row: whether it is
 * there never depends on where a batch ends. One owner thread.
 */
final class OpenInstructions {
    private final CopyRows rows;
    private final Map<OperationId, Opened> opened = new LinkedHashMap<>();
    private final List<OperationId> ended = new ArrayList<>();

    private record Opened(long position, int bank, int operation) {}

    OpenInstructions(CopyRows rows) {
        this.rows = rows;
    }

    void clear() {
        opened.clear();
        ended.clear();
    }

    void changed(Group group, Event.InstructionChanged event) {
        if (event.status() == InstructionStatus.REQUESTED) {
            opened.put(
                    event.instruction(),
                    new Opened(
                            group.position(),
                            event.bank().code(),
                            event.operation().code()));
        } else if (!event.status().open() && opened.remove(event.instruction()) == null) {
            ended.add(event.instruction());
        }
    }

    /** Makes the rows of those that are still open at the end of the batch. */
    void write() {
        opened.forEach((instruction, it) ->
                rows.row().uuid(instruction).int8(it.position()).int2(it.bank()).int2(it.operation()));
    }

    List<OperationId> ended() {
        return ended;
    }
}
