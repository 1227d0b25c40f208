/** Japan's banks and branches, and the numbers of Japan Post Bank. */
@NullMarked
package sekisho.server.api.directory;

import org.jspecify.annotations.NullMarked;
