package sekisho.core;

import sekisho.core.state.Importer;
import sekisho.protocol.StateRecord;

/** Makes an engine of the records of a snapshot, in the order in which {@link Image#export} told them. */
public final class Restorer {

    private final Importer importer = new Importer();
    private final Capacity capacity;

    Restorer(Capacity capacity) {
        this.capacity = capacity;
    }

    public void add(StateRecord record) {
        importer.add(record);
    }

    /** The engine, when all records are in. */
    public Core finish() {
        return new Core(importer.finish(), capacity);
    }
}
