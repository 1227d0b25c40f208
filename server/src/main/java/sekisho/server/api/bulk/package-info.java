/** Many requests in one. */
@NullMarked
package sekisho.server.api.bulk;

import org.jspecify.annotations.NullMarked;
