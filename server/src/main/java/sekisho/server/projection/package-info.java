/**
 * Follows the outcome log and writes what it says as rows of the schema {@code projection}.
 */
@NullMarked
package sekisho.server.projection;

import org.jspecify.annotations.NullMarked;
