/** Tests of the pictures' names and of the page that shows them. */
@NullMarked
package sekisho.browsertests.screenshots;

import org.jspecify.annotations.NullMarked;
