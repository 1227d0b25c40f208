/**
 * Made-up people go every way through a server, and nothing that is known of them is found anywhere but in the vault.
 *
 * <ul>
 *   <li>{@link sekisho.server.canary.Bird}: somebody whose name, number and address occur nowhere else.
 *   <li>{@link sekisho.server.canary.Traces}: the forms in which a value may be written, and the search for them.
 *   <li>{@link sekisho.server.canary.Overheard}: everything that was logged or printed.
 *   <li>{@link sekisho.server.canary.Nest}: the server, its book and its banks.
 *   <li>{@link sekisho.server.canary.Flight}: the ways of a bird.
 * </ul>
 */
@NullMarked
package sekisho.server.canary;

import org.jspecify.annotations.NullMarked;
