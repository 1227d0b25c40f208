/** Everything that happened, in order. */
@NullMarked
package sekisho.server.api.events;

import org.jspecify.annotations.NullMarked;
