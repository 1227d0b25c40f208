/** What became of a request. */
@NullMarked
package sekisho.server.api.requests;

import org.jspecify.annotations.NullMarked;
