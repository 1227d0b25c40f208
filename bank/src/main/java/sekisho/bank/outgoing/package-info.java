/**
 * The only way out: HTTP to configured destinations.
 *
 * <p>{@link sekisho.bank.outgoing.OutgoingHttp} is a client for one destination; it fails with
 * {@link sekisho.bank.outgoing.NotAllowed} for another. {@link sekisho.bank.outgoing.Reach} says where the addresses of a
 * host may lie. {@link sekisho.bank.outgoing.GuardedNames} are the hosts' names, and
 * {@link sekisho.bank.outgoing.GuardedResolverProvider} holds every look-up of them in this process to their reach.
 *
 * <p><b>Rules.</b> Nobody else in {@code bank} and {@code server} opens a connection; a test of the architecture sees to
 * it. What a customer, a bank or a header says never becomes a destination: those come from the configuration. The check
 * of addresses is the look-up that the connection uses, so that a name that is answered differently a moment later (DNS
 * rebinding) leads nowhere. Other protocols than HTTP guard their host's name before they connect.
 *
 * <p><b>Not here.</b> What is said to banks; retries and circuit breakers; names that nobody guards, such as the
 * database's.
 */
@NullMarked
package sekisho.bank.outgoing;

import org.jspecify.annotations.NullMarked;
