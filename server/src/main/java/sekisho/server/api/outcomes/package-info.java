/** Outcomes of the engine as the API shows them. */
@NullMarked
package sekisho.server.api.outcomes;

import org.jspecify.annotations.NullMarked;
