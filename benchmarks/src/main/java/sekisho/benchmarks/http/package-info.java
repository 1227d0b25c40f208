/**
 * Load on a server over HTTP, which it knows by its address alone.
 *
 * <p>{@link sekisho.benchmarks.http.HttpBench} makes its own world through the API ({@code HttpWorld}: a test currency,
 * wallets with money) and measures: {@code SingleLoad} sends single transfers by the clock, whether answers come or not;
 * {@code BulkLoad} streams lines; {@code SentTransfers} is what they know of what they sent.
 * {@link sekisho.benchmarks.http.HttpVerification} holds the tables against that when the server has stopped. {@link sekisho.benchmarks.http.HttpTarget} says where to, and as which client.
 *
 * <p><b>Rules.</b> The generator shares the machine with what it measures, so it is one thread on non-blocking sockets
 * that patches prepared bytes ({@code LoadConnection}). A latency counts from the moment at which a request should have
 * been sent; a request that finds no connection in time is counted as dropped, never forgotten.
 *
 * <p><b>Not here.</b> Starting a server.
 */
@NullMarked
package sekisho.benchmarks.http;

import org.jspecify.annotations.NullMarked;
