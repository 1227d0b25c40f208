package sekisho.cli.imports;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import sekisho.benchmarks.Progress;
import sekisho.protocol.StateRecord;
import sekisho.wire.home.NodeAddress;

/** Who runs the engine that an import speaks to. Owned by one thread. */
interface Host extends AutoCloseable {

    /** Where gateways reach the node. */
    NodeAddress address();

    /** A position of the log that is not behind its end: what comes from now on is behind it. */
    long position();

    /** What is worth showing beside the import's progress; empty: nothing. */
    String beside();

    /**
     * Waits until everything up to a position can be read, wherever this host has it read.
     *
     * @throws ImportFailed if that never comes
     */
    void awaitRead(long position, Progress progress) throws ImportFailed;

    /** Shows the engine's whole state as it is at some moment during the call. */
    void export(Consumer<StateRecord> to) throws IOException, TimeoutException;

    @Override
    void close();
}
