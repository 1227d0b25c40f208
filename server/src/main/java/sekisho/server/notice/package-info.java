/**
 * What people are told: in their inbox, and by mail.
 *
 * <p>{@link sekisho.server.notice.Notices} tells a person something in the inbox; {@link sekisho.server.notice.Notice} is one.
 * {@link sekisho.server.notice.Letters} writes mails, which lie in a table until a {@link sekisho.server.notice.Carrier} has taken
 * them; {@link sekisho.server.notice.Letter} is one. {@code PostBoxPage} shows them in the demo world.
 *
 * <p><b>Rules.</b> Notices are kept as a key of the messages and what is said with it: they are read in the reader's language. A notice
 * about a change goes to the contacts that were there before it.
 */
@NullMarked
package sekisho.server.notice;

import org.jspecify.annotations.NullMarked;
