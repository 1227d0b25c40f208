/**
 * Bytes and the protocol's types, in both directions: commands, answers, events and snapshot records. The formats
 * only grow, and old bytes stay in the tests. The flyweights in {@code sekisho.wire.sbe} are generated from the schema
 * and are seen by this module's codecs only.
 */
@NullMarked
package sekisho.wire;

import org.jspecify.annotations.NullMarked;
