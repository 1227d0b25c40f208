package sekisho.core.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * All words of one engine. Owned by the engine's thread.
 *
 * <p>Freezing is copy-on-write: the frozen memory shares the pages, and the engine copies a page before it first writes
 * to it afterwards. Undoing keeps the former value of each word written since {@link Guard#beginUndo}.
 */
public final class Memory {

    private final List<Words> words;
    private final Guard guard;
    private final boolean frozen;
    private int next;

    public Memory() {
        this(new Guard());
    }

    /** A memory that freezes and undoes together with others of the same guard. */
    public Memory(Guard guard) {
        this(new ArrayList<>(), guard, false);
    }

    private Memory(List<Words> words, Guard guard, boolean frozen) {
        this.words = words;
        this.guard = guard;
        this.frozen = frozen;
    }

    /** The next words: new ones of a living memory; of a frozen one, those that were handed out in the same place. */
    public Words words() {
        if (!frozen) {
            words.add(new Words(guard));
        }
        return words.get(next++);
    }

    /** Whether this is a frozen view: its words exist already and must not be set up again. */
    public boolean frozen() {
        return frozen;
    }

    /** A read-only view of the words as they are now. Call between {@link Guard#open} and {@link Guard#close}. */
    public Memory freeze() {
        List<Words> views = new ArrayList<>(words.size());
        for (Words each : words) {
            views.add(each.freeze());
        }
        return new Memory(views, guard, true);
    }

    /** Gives all pages back to be used again, unless a frozen view may share them. Nobody may read or write here any more. */
    public void release() {
        if (!guard.viewed()) {
            words.forEach(Words::release);
        }
    }

    /** How many bytes its pages take. */
    public long bytes() {
        long bytes = 0;
        for (Words each : words) {
            bytes += each.bytes();
        }
        return bytes;
    }
}
