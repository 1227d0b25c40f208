/**
 * Many requests in one: a line each (NDJSON), and a line of result for each, in the same order, while lines still come.
 *
 * <p>{@code BulkEndPoints} is the end point. {@code LineReader} cuts the body into lines of bounded length,
 * {@code LineParser} reads one into a {@code BulkBatch}, which is one frame for the engine: transfers by
 * {@code TransferLine}, which builds no objects that it can do without, everything else by {@code OtherLine}.
 * {@code BulkStream} has batches executed while the next ones are read; {@code BulkResults} writes what became of them,
 * on a thread of its own. {@code BulkChain} is the way of lines that succeed or fail together.
 *
 * <p><b>Rules.</b> What is on its way is bounded: the body is not read faster than the engine answers and the client
 * takes results. A line that is wrong is a problem in its place; the others go on. Every line carries its own id, so that
 * a body that broke off can be sent again whole.
 *
 * <p><b>Not here.</b> Ordered streams, which are remembered for ever: they are imports.
 */
@NullMarked
package sekisho.server.api.bulk;

import org.jspecify.annotations.NullMarked;
