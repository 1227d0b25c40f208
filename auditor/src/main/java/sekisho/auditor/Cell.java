package sekisho.auditor;

/** One value whose changes can be taken back. */
final class Cell<V> {

    private final Undo undo;
    private V value;

    Cell(Undo undo, V value) {
        this.undo = undo;
        this.value = value;
    }

    V get() {
        return value;
    }

    void set(V next) {
        V former = value;
        undo.note(() -> value = former);
        value = next;
    }
}
