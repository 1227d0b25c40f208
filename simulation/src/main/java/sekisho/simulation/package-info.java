/**
 * The whole money path in one thread under one seed: crashes, lost and repeated messages, restores. The same seed
 * gives the same history, and the auditor looks on.
 */
@NullMarked
package sekisho.simulation;

import org.jspecify.annotations.NullMarked;
