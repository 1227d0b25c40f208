/**
 * Tells browsers at once that something of theirs has changed.
 *
 * <p>{@link sekisho.server.live.LiveFeed} follows the outcome log with one thread, for everybody, and knows who is listening;
 * {@code LivePage} is the stream of a customer's browser (server-sent events); shops have one of their own (package {@code shop}).
 *
 * <p><b>Rules.</b> The stream says that there is a change, never what: the parts of a page that show it fetch themselves anew, through the
 * same checks as any page. It speaks when the projection has the change, so that what is fetched shows it. Nothing is missed: a
 * browser says when it saw its page ({@code SeenAt}), or after a cut what it heard last, and {@code RecentChanges} knows what came after.
 *
 * <p><b>Not here.</b> Notices that stay (package {@code notice}).
 */
@NullMarked
package sekisho.server.live;

import org.jspecify.annotations.NullMarked;
