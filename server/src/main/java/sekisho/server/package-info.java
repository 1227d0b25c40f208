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
 * <p><b>Rules.</b> The server never sees the engine itself, only the gateway. It keeps nothing that the log does not
 * have, but for clients and people.
 *
 * <p><b>Not here.</b> The node, and the commands that start this.
 */
@NullMarked
package sekisho.server;

import org.jspecify.annotations.NullMarked;
