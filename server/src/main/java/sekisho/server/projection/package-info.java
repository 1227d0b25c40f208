/**
 * Follows the outcome log and writes what it says as rows of the schema {@code projection}, where package {@code history}
 * reads them.
 *
 * <p>{@link sekisho.server.projection.Projector} follows, with {@link sekisho.server.projection.ProjectorSettings}; it
 * tells its {@link sekisho.server.projection.ProjectorStatus}, {@link sekisho.server.projection.ProjectorCounts} and
 * {@link sekisho.server.projection.Lag}. {@link sekisho.server.projection.Positions} is how readers wait for what they
 * have just written. {@link sekisho.server.projection.Rebuild} makes everything anew;
 * {@link sekisho.server.projection.OtherProjector} is how it is refused.
 * {@link sekisho.server.projection.ProjectionContents} is what two runs are compared by.
 *
 * <p><b>Inside.</b> {@code Batch} takes steps of the log as {@code Group}s. {@code TableWriter} is the one writer: it has
 * {@code Standings} (how accounts stand) loaded, lets {@code BatchRows} make rows ({@code EntryRows}, {@code ChangeRows},
 * {@code OpenInstructions}), copies them in PostgreSQL's binary form ({@code CopyRows}, one for each {@code Table}) and
 * writes down {@code Progress} in the same transaction. {@code LogPlace} finds the place to go on and makes sure that
 * tables and log belong together. {@code ProjectionTables} makes the schema of {@code db/projection/projection.sql}.
 *
 * <p><b>Rules.</b> Tables are append-only and every row follows from the log alone, so that a rebuild gives the same bytes
 * in the same order. One writer for a database, by an advisory lock. Nothing is skipped: the database away means waiting;
 * a damaged log, another home's log or a gap means stopping, loudly. A mark in the home keeps a purge behind the
 * projector.
 *
 * <p><b>Not here.</b> Personal data; queries (package {@code history}); reading another machine's log.
 */
@NullMarked
package sekisho.server.projection;

import org.jspecify.annotations.NullMarked;
