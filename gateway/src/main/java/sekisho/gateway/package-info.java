/**
 * The cluster's client for any JVM: sends commands, reads answers and outcomes. It cannot see the core.
 *
 * <p><b>Sending.</b> {@link sekisho.gateway.Gateway} is opened with {@link sekisho.gateway.GatewaySettings}. What became
 * of a request is a {@link sekisho.gateway.Submission}: answered, not sent, or unconfirmed. Senders of many fill
 * {@link sekisho.gateway.Frame}s for one of the {@link sekisho.gateway.Lane}s and hear through a
 * {@link sekisho.gateway.FrameListener}. {@link sekisho.gateway.StreamSender} sends an ordered stream and tells an
 * {@link sekisho.gateway.EntryListener}; {@link sekisho.gateway.StreamStopped} is how it gives up.
 * {@link sekisho.gateway.RequestIds} makes ids.
 *
 * <p><b>Reading.</b> {@link sekisho.gateway.OutcomeLogReader} follows the outcome log of a home;
 * {@link sekisho.gateway.OutcomesDamaged} is a record that must not be believed. {@link sekisho.gateway.AccountHistory}
 * is one account's statement, made of {@link sekisho.gateway.AccountEntry}s, with balances at past times.
 *
 * <p><b>Rules.</b> One thread owns the session and calls all listeners. Every queue has a bound, and what does not fit is
 * refused before it reaches the log. Time turns a request that was sent into unconfirmed, never into failed: asking again
 * with the same id gives the same answer. A lost connection is got back without being told.
 *
 * <p><b>Not here.</b> Projections and pages; reading outcomes over a network; retrying for the caller.
 */
@NullMarked
package sekisho.gateway;

import org.jspecify.annotations.NullMarked;
