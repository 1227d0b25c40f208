package sekisho.browsertests.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class use a browser. They may take a {@link sekisho.browsertests.World}, which all tests of a run share.
 * After each test its windows are closed; a test in whose windows something was wrong has failed, and a test that failed
 * leaves a picture of each window in {@code target/failures}.
 *
 * <p>Without a Chromium they are skipped, with one line that says so; where {@code SEKISHO_BROWSER=required} they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WorldExtension.class)
public @interface InBrowser {}
