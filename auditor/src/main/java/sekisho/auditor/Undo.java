package sekisho.auditor;

import java.util.ArrayDeque;

/** How to take back every change of the {@link State}, newest first: for dry runs, broken chains and lost tails. */
final class Undo {

    private final ArrayDeque<Runnable> changes = new ArrayDeque<>();
    private long noted;

    /** Notes how to take back a change that is being made. */
    void note(Runnable takeBack) {
        changes.addLast(takeBack);
        noted++;
    }

    /** A place to come back to. */
    long mark() {
        return noted;
    }

    /** Takes back everything since the mark. */
    void backTo(long mark) {
        while (noted > mark) {
            changes.removeLast().run();
            noted--;
        }
    }

    /** Nobody will go back beyond this mark any more. */
    void forgetBefore(long mark) {
        while (noted - changes.size() < mark) {
            changes.removeFirst();
        }
    }
}
