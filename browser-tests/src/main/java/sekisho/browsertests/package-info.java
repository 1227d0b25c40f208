/**
 * Drives the pages with a real browser, on a system that {@code ./sekisho run} started: what a person has in front of them.
 *
 * <p>{@link sekisho.browsertests.World} is one system and one browser, shared by all tests of a run.
 * {@link sekisho.browsertests.browser.Window} is one person's browser window; it notices what no page may do (errors on the
 * console, requests that fail or leave this machine). {@code check} has what every page must stand: accessibility, wording,
 * narrow screens, weight. {@code journey} has the steps that journeys share, {@code sweep} the list of all pages and who may
 * open them, {@code screenshots} the command that takes pictures of them.
 *
 * <p>Everything here belongs to the thread that made the world: the browser's driver knows no other.
 *
 * <p>It installs no browser: {@code ./sekisho} does where it may. It knows pages by their addresses and their words, never by
 * the server's classes; the one exception is the list of routes, which the sweep reads from the controllers.
 */
@NullMarked
package sekisho.browsertests;

import org.jspecify.annotations.NullMarked;
