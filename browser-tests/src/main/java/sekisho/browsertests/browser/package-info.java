/**
 * The browser. {@link sekisho.browsertests.browser.Chromium} is the machine's own, started once;
 * {@link sekisho.browsertests.browser.Look} says on which {@link sekisho.browsertests.browser.Screen}, in which
 * {@link sekisho.browsertests.browser.Language} and {@link sekisho.browsertests.browser.Theme} a
 * {@link sekisho.browsertests.browser.Window} is opened. Each window has cookies of its own, and a
 * {@link sekisho.browsertests.browser.Watch} that writes down every {@link sekisho.browsertests.browser.Trouble}.
 * {@link sekisho.browsertests.browser.Passkey} stands for a person's finger.
 *
 * <p>The browser resolves no name but this machine's, so nothing leaves it, whatever a page asks for. One thread.
 */
@NullMarked
package sekisho.browsertests.browser;

import org.jspecify.annotations.NullMarked;
