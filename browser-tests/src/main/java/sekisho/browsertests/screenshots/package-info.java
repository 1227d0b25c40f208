/**
 * {@code ./sekisho screenshots}: a picture of every page as every role that may see it, on each screen, in each language and
 * theme. {@link sekisho.browsertests.screenshots.ScreenshotsCommand} walks the sweep's places,
 * {@link sekisho.browsertests.screenshots.Shot} names a picture, {@link sekisho.browsertests.screenshots.Album} writes a page
 * with all of them. It judges nothing: the sweep does, and whoever looks at the pictures.
 */
@NullMarked
package sekisho.browsertests.screenshots;

import org.jspecify.annotations.NullMarked;
