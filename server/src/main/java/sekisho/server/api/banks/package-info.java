/** Banks, their switches, and money between them. */
@NullMarked
package sekisho.server.api.banks;

import org.jspecify.annotations.NullMarked;
