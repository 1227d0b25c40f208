package sekisho.core.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sekisho.core.memory.Guard;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.ClientId;
import sekisho.protocol.Outcome;
import sekisho.protocol.RequestId;

/**
 * Answers by client and request id. An id carries its time, so the answers are kept minute by minute, and a minute that
 * can not be asked for any more is dropped as a whole.
 */
public final class RequestJournal {

    /** The oldest id accepted, milliseconds before now. */
    public static final long MAX_AGE = 900_000;

    /** The newest id accepted, milliseconds ahead of now. */
    public static final long MAX_AHEAD = 60_000;

    /** How many answers a new journal may hold. */
    public static final long STANDARD_CAPACITY = 1L << 25;

    private static final long MINUTE = 60_000;

    private final Guard guard;
    /** In the order of their numbers; a handful. */
    private final List<Minute> minutes;

    private final Memory memory;
    /** Row 1, word 0: capacity. */
    private final Rows settings;

    private long count;

    public RequestJournal(Guard guard) {
        this(guard, new Memory(guard), new ArrayList<>());
    }

    private RequestJournal(Guard guard, Memory memory, List<Minute> minutes) {
        this.guard = guard;
        this.memory = memory;
        this.minutes = minutes;
        settings = new Rows(memory, 1);
        if (settings.live() == 0) {
            settings.set(settings.add(), 0, STANDARD_CAPACITY);
        }
    }

    /** A read-only view of it as it is now. */
    public RequestJournal freeze() {
        List<Minute> views = new ArrayList<>(minutes.size());
        for (Minute minute : minutes) {
            views.add(minute.freeze());
        }
        return new RequestJournal(guard, memory.freeze(), views);
    }

    /** Drops the minutes whose ids are all too old now. */
    public void forget(long now) {
        while (!minutes.isEmpty() && (minutes.getFirst().number() + 1) * MINUTE + MAX_AGE <= now) {
            Minute oldest = minutes.removeFirst();
            count -= oldest.count();
            oldest.drop();
        }
    }

    /** Whether this request was answered, and how; null: not yet. A changed request is told apart by its hash. */
    public @Nullable Remembered find(ClientId client, RequestId id, long contentHash) {
        Minute minute = minute(id.millis() / MINUTE);
        int row = minute == null ? 0 : minute.find(client, id);
        if (minute == null || row == 0) {
            return null;
        }
        return new Remembered(minute.outcome(row), minute.contentHash(row) == contentHash);
    }

    /**
     * An answer from the journal.
     *
     * @param sameContents whether the request that asks now is the one that was answered then
     */
    public record Remembered(Outcome outcome, boolean sameContents) {}

    /** Remembers an answer to an id that is not known. */
    public void remember(ClientId client, RequestId id, long contentHash, Outcome outcome) {
        minuteOrNew(id.millis() / MINUTE).add(client, id, contentHash, outcome);
        count++;
    }

    public boolean hasRoomFor(long answers) {
        return count + answers <= capacity();
    }

    public long count() {
        return count;
    }

    public long capacity() {
        return settings.get(1, 0);
    }

    public void setCapacity(long capacity) {
        settings.set(1, 0, capacity);
    }

    /** How many bytes the answers take. */
    public long bytes() {
        long bytes = 0;
        for (Minute minute : minutes) {
            bytes += minute.bytes();
        }
        return bytes;
    }

    public void forEachMinute(Consumer<Minute> action) {
        minutes.forEach(action);
    }

    private @Nullable Minute minute(long number) {
        for (int i = minutes.size() - 1; i >= 0; i--) {
            if (minutes.get(i).number() == number) {
                return minutes.get(i);
            }
        }
        return null;
    }

    private Minute minuteOrNew(long number) {
        Minute known = minute(number);
        if (known != null) {
            return known;
        }
        int place = minutes.size();
        while (place > 0 && minutes.get(place - 1).number() > number) {
            place--;
        }
        Minute fresh = new Minute(number, guard);
        minutes.add(place, fresh);
        return fresh;
    }
}
