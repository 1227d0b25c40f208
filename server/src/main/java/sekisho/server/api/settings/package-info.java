/** What the engine is told of the world: currencies, tiers, the clock. */
@NullMarked
package sekisho.server.api.settings;

import org.jspecify.annotations.NullMarked;
