/**
 * The server: the API of the engine, its projections and its work with banks, in one Spring Boot application on virtual
 * threads.
 *
 * <p>{@link sekisho.server.Server} starts it with {@link sekisho.server.ServerSettings}, in the process of the node or
 * in another. Each package below is one feature:
 * {@code database} and {@code projection} keep what the outcome log says in PostgreSQL, {@code history} reads it;
 * {@code engine} is the way to the engine; {@code banking} works with banks; {@code access} says who may ask for what;
 * {@code web}, {@code problem} and {@code json} are HTTP, its failures and its bodies; {@code api} is what can be asked.
 *
 * <p>For people: {@code pages} is what all pages share, {@code session} lets people in and stands in front of every page,
 * {@code entrance} is how they sign up and in, {@code wallet} the wallet app, {@code linking} the way to a bank and back,
 * {@code door} is for holders of bank accounts who need not be customers, {@code live} tells browsers of changes, {@code notice} tells people. {@code people}, {@code identity}, {@code passkey} and
 * {@code vault} keep what is known of them; {@code budget} bounds what may be tried.
 *
 * <p><b>Rules.</b> The server never sees the engine itself, only the gateway. It keeps nothing that the log does not
 * have, but for clients and people.
 *
 * <p><b>Not here.</b> The node, and the commands that start this.
 */
@NullMarked
package sekisho.server;

import org.jspecify.annotations.NullMarked;
