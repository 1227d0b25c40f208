/**
 * How a test gets a browser: {@link sekisho.browsertests.testing.InBrowser} on its class, a {@link
 * sekisho.browsertests.World} as a parameter. {@link sekisho.browsertests.testing.TinySite} is a site of a few pages for
 * tests of the harness itself.
 */
@NullMarked
package sekisho.browsertests.testing;

import org.jspecify.annotations.NullMarked;
