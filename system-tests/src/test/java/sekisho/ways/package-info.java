/**
 * Nothing comes into the running system by a way that nobody has thought of: docs/ways-in.md names every way in, and these tests
 * hold it against what is built.
 *
 * <p>{@link sekisho.ways.VerbsTest} looks at the command line, {@link sekisho.ways.SendersTest} at every class that makes
 * commands or hands them to the gateway. The server's own tests look at its addresses and security filters, and go to all of them
 * with nothing but a proved contact.
 */
@NullMarked
package sekisho.ways;

import org.jspecify.annotations.NullMarked;
