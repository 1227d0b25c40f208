/**
 * Plays transaction streams that others made through the engine.
 *
 * <p><b>Reading.</b> {@link sekisho.cli.imports.ForeignStream} reads a file whole, plain or xz-compressed, and checks every row before any of it is
 * applied; {@link sekisho.cli.imports.Format} says what the columns mean; {@link sekisho.cli.imports.Lines} and
 * {@link sekisho.cli.imports.Columns} take the text apart; {@link sekisho.cli.imports.Rows} and
 * {@link sekisho.cli.imports.Accounts} keep what was read, as columns of numbers; {@link sekisho.cli.imports.BadFile} says what is wrong and where.
 *
 * <p><b>Planning.</b> {@link sekisho.cli.imports.Script} is what the engine is told: {@link sekisho.cli.imports.Preparation}, then one command a
 * row. {@link sekisho.cli.imports.Owners} numbers wallets and merchants, {@link sekisho.cli.imports.Overdraft} sets floors.
 *
 * <p><b>Rules.</b> A file and its options always give the same script: it is one ordered stream of entries, which the engine applies once
 * however often it is sent. Amounts are hundredths of XTS, the code for testing of ISO 4217. Rows are dated from 2000-01-01 on, by their step.
 *
 * <p><b>Not here.</b> Options and output (package {@code sekisho.cli}).
 */
@NullMarked
package sekisho.cli.imports;

import org.jspecify.annotations.NullMarked;
