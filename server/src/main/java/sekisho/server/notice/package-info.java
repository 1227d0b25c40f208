/**
 * What people are told: in their inbox, by mail, and by text message.
 *
 * <p>{@link sekisho.server.notice.Notices} tells a person something in the inbox; {@link sekisho.server.notice.Notice} is one.
 * {@link sekisho.server.notice.ChangeNotices} tells a person of a change to what protects him, at all contacts too.
 * {@link sekisho.server.notice.Letters} writes mails and text messages into a table; {@link sekisho.server.notice.Letter} is one.
 * {@code Postman} takes them from {@code LetterQueue} to a {@code Carrier}: {@code SmtpCarrier} for mails, {@code TextCarrier} for text
 * messages, each by configuration. {@link sekisho.server.notice.Channels} says what can be sent. {@code PostBoxPage} shows the letters
 * in the demo world, where nobody takes them.
 *
 * <p><b>Rules.</b> Notices are kept as a key of the messages and what is said with it: they are read in the reader's language. A notice
 * about a change goes to the contacts that were there before it. What a letter says is kept until it is taken or of no use any more, and
 * is never logged; neither is an address.
 */
@NullMarked
package sekisho.server.notice;

import org.jspecify.annotations.NullMarked;
