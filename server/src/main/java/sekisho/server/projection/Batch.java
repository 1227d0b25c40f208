package sekisho.server.projection;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.RequestKey;
import sekisho.wire.OutcomeVisitor;

/** Steps of the log that are projected together, as they were read. Reused; one owner thread. */
final class Batch implements OutcomeVisitor {
    private final List<Group> groups = new ArrayList<>();
    private List<Event> events = new ArrayList<>();
    private Mark first = Mark.NONE;
    private Mark last = Mark.NONE;
    private long steps;
    private long size;
    private int index;
    private boolean tried;

    /** A step and the engine's time after it (ms). */
    record Mark(long position, long stamp) {
        /** No step. */
        static final Mark NONE = new Mark(0, 0);
    }

    void clear() {
        groups.clear();
        events = new ArrayList<>();
        first = Mark.NONE;
        last = Mark.NONE;
        steps = 0;
        size = 0;
        tried = false;
    }

    @Override
    public void step(long position, long stamp) {
        last = new Mark(position, stamp);
        if (steps == 0) {
            first = last;
        }
        steps++;
        index = 0;
    }

    @Override
    public void event(Event event) {
        events.add(event);
    }

    @Override
    public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {
        close(index++, new Group.Answered(book, client, key, answer.outcome(), !answer.repeated() && !tried));
        tried = false;
    }

    @Override
    public void tried() {
        tried = true;
    }

    @Override
    public void timePassed() {
        close(Group.TIME, null);
    }

    private void close(int place, Group.@org.jspecify.annotations.Nullable Answered request) {
        groups.add(new Group(last.position(), last.stamp(), place, events.isEmpty() ? List.of() : events, request));
        size += events.size() + 1;
        if (!events.isEmpty()) {
            events = new ArrayList<>();
        }
    }

    List<Group> groups() {
        return groups;
    }

    boolean isEmpty() {
        return steps == 0;
    }

    /** The first step. */
    Mark first() {
        return first;
    }

    /** The last step. */
    Mark last() {
        return last;
    }

    long steps() {
        return steps;
    }

    /** Answers and events: about as many as there will be rows. */
    long size() {
        return size;
    }
}
