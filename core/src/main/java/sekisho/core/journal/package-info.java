/**
 * What was answered before, so that a repeat gets the same answer and does nothing.
 *
 * <ul>
 *   <li>{@link sekisho.core.journal.RequestJournal}: answers by client and request id, for the time in which ids are accepted;
 *   <li>{@link sekisho.core.journal.Minute}: the answers of one minute's ids; forgotten all at once. {@code Slice} finds them by id;
 *   <li>{@link sekisho.core.journal.Streams}: how far each ordered stream was applied, for ever.
 * </ul>
 *
 * <p><b>Rules.</b> An id that may have been forgotten is refused, never executed twice. The journal has a stated capacity; when
 * it is full new requests are refused, nothing is evicted.
 */
@NullMarked
package sekisho.core.journal;

import org.jspecify.annotations.NullMarked;
