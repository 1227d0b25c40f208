/**
 * The beginning of a book's checkpoint: who is staff, whose evidence counts, what banks are like, what may be done with which link.
 *
 * <p>{@link sekisho.server.founding.Founding} founds the book of the demo world and stands behind what belongs to its beginning;
 * {@code FoundingRules} are the rules, {@link sekisho.server.founding.FoundedBank} is a bank. {@link
 * sekisho.server.founding.Books} knows whether a book is founded. {@link sekisho.server.founding.SoftKeys} are the passkeys of people
 * who do not exist, {@link sekisho.server.founding.SoftKey} is one.
 *
 * <p><b>Rules.</b> A book is founded once. Afterwards what loosens needs two members of staff, and the engine looks at their signatures
 * itself: this package only brings them. The demo's two founders are keys in a file outside of the home.
 *
 * <p><b>Not here.</b> Founding a production book: two people do that with their own passkeys.
 */
@NullMarked
package sekisho.server.founding;

import org.jspecify.annotations.NullMarked;
