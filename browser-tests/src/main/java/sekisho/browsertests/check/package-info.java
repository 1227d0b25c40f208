/**
 * What every page has to stand, whatever it shows. {@link sekisho.browsertests.check.Accessibility} runs axe-core by WCAG 2.2
 * AA, {@link sekisho.browsertests.check.Wording} looks for texts that are missing or in the other language,
 * {@link sekisho.browsertests.check.Reflow} for text that is cut off or leaves the page,
 * {@link sekisho.browsertests.check.Weight} counts the bytes of a first visit. Each says its
 * {@link sekisho.browsertests.check.Finding}s; {@link sekisho.browsertests.check.PageCheck} runs them all.
 *
 * <p>They look at the page as it is, and change nothing but the width, which they put back. They can't tell whether a page is
 * right, beautiful, or says the truth.
 */
@NullMarked
package sekisho.browsertests.check;

import org.jspecify.annotations.NullMarked;
