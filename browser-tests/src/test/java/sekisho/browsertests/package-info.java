/** Tests of the harness on a tiny site, and of the product in a browser. */
@NullMarked
package sekisho.browsertests;

import org.jspecify.annotations.NullMarked;
