/**
 * Sessions of people in browsers, and what pages may be asked by whom.
 *
 * <p>{@link sekisho.server.session.Entrance} lets a person in: a new session id, so that nobody can have planted one.
 * {@link sekisho.server.session.Sessions} lists and ends them; {@link sekisho.server.session.OpenSession} is one.
 * {@link sekisho.server.session.DeviceMark} is a cookie that says that it is the same browser again.
 * {@code PageSecurityConfiguration} is the chain of filters in front of every page, {@code SessionAge} ends sessions that are too old,
 * {@link sekisho.server.session.ContentPolicy} is the content security policy.
 *
 * <p><b>Rules.</b> Sessions live in PostgreSQL, so they outlive a restart and can be ended from elsewhere. They end after half an hour
 * without a request, and after twelve hours whatever happens. The cookie cannot be read by scripts, is sent by other sites only when
 * somebody follows a link, and over https never in the clear. Every form carries a proof against forgery.
 *
 * <p><b>Not here.</b> How somebody proves who he is (packages {@code passkey} and {@code entrance}). The API has no sessions.
 */
@NullMarked
package sekisho.server.session;

import org.jspecify.annotations.NullMarked;
