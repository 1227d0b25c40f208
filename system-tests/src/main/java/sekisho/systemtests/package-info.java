/**
 * Tests of the whole: real processes that are killed and restarted, and the rules of the build. This package is empty,
 * everything stands in the module's tests.
 */
@NullMarked
package sekisho.systemtests;

import org.jspecify.annotations.NullMarked;
