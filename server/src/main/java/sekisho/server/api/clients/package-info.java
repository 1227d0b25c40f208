/** The programs that may use the API. */
@NullMarked
package sekisho.server.api.clients;

import org.jspecify.annotations.NullMarked;
