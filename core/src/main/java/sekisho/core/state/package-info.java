/**
 * The whole state of the engine: {@link sekisho.core.state.State} names its tables,
 * {@link sekisho.core.state.Exporter} turns them into {@link sekisho.protocol.StateRecord}s, and
 * {@link sekisho.core.state.Importer} makes tables of records again. What is exported, and only that, is what the engine
 * knows: everything else follows from it.
 */
@NullMarked
package sekisho.core.state;

import org.jspecify.annotations.NullMarked;
