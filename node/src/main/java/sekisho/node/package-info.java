/**
 * Hosts the engine in Aeron Cluster: stamps and orders commands, gives them to the core, records the outcomes, takes
 * and reads snapshots. It decides nothing about money. Whatever the core throws stops the node.
 */
@NullMarked
package sekisho.node;

import org.jspecify.annotations.NullMarked;
