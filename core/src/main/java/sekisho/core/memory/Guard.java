package sekisho.core.memory;

/**
 * Says whether a write needs care, in one field that every write reads: while a frozen view is open (copy the page first)
 * or an undo scope is (keep the old value).
 */
public final class Guard {

    /** Whether any write needs care now. */
    boolean careful;

    /** Counts freezes: a page copied in this epoch is shared with no view. */
    int epoch;

    boolean undoing;
    final SparePages spares = new SparePages();
    private int open;
    private final Undo undo = new Undo();

    /** Announces a frozen view, before memories are frozen for it. */
    public void open() {
        open++;
        epoch++;
        careful = true;
    }

    /** The view of one {@link #open} is not read any more. */
    public void close() {
        open--;
        careful = open > 0 || undoing;
    }

    /** Whether a frozen view may be read now: then pages may be shared with it. */
    boolean viewed() {
        return open > 0;
    }

    /** From now on every write can be undone, until {@link #keep} or {@link #undo}. Scopes do not nest. */
    public void beginUndo() {
        if (undoing) {
            throw new IllegalStateException("undo scopes do not nest");
        }
        undoing = true;
        careful = true;
    }

    /** Ends the undo scope; what was written stays. */
    public void keep() {
        undo.forget();
        endUndo();
    }

    /** Ends the undo scope; all words are as they were at its begin. */
    public void undo() {
        endUndo();
        undo.restore();
    }

    void written(Words words, long index, long before) {
        undo.add(words, index, before);
    }

    private void endUndo() {
        undoing = false;
        careful = open > 0;
    }
}
