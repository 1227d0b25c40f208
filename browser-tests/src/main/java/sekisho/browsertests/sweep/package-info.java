/**
 * Every page, and who may open it. {@link sekisho.browsertests.sweep.Routes} reads from the controllers which
 * {@link sekisho.browsertests.sweep.Route}s there are, {@link sekisho.browsertests.sweep.Places} says of each page what
 * becomes of somebody of each role who opens it: an {@link sekisho.browsertests.sweep.Outcome}. A page without a
 * {@link sekisho.browsertests.sweep.Place}, and a place without a page, fail the build.
 *
 * <p>Routes for programs (controllers that write bodies) need no place: they must refuse whoever comes with a browser.
 * {@link sekisho.browsertests.sweep.Visit} opens a place as a role.
 */
@NullMarked
package sekisho.browsertests.sweep;

import org.jspecify.annotations.NullMarked;
