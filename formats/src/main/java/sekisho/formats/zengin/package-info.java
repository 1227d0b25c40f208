/**
 * Zengin's files of 120 bytes a record for direct debit (預金口座振替, type code 91), and what a deposit writes on a statement.
 *
 * <p>{@link sekisho.formats.zengin.DebitFiles} reads bytes to a {@link sekisho.formats.zengin.Reading}: a {@link
 * sekisho.formats.zengin.DebitFile} or a {@link sekisho.formats.zengin.FileRefusal} with line and column. A file has a
 * {@link sekisho.formats.zengin.DebitHeader}, {@link sekisho.formats.zengin.DebitEntry entries} with {@link
 * sekisho.formats.zengin.DepositType}, {@link sekisho.formats.zengin.Novelty} and {@link
 * sekisho.formats.zengin.DebitResult}, and an {@link sekisho.formats.zengin.Ending}; its {@link
 * sekisho.formats.zengin.Purpose} and {@link sekisho.formats.zengin.Stage} are agreed, not written in it. {@link
 * sekisho.formats.zengin.ZenginText} is the set of characters, {@link sekisho.formats.zengin.StatementText} the line with a
 * deposit's code. {@code Lines}, {@code RecordReader} and {@code FileWriter} know the layout, {@code Totals} the trailer,
 * {@code Checks} what constructors refuse.
 *
 * <p><b>Rules.</b> What is read is written again to the same bytes, so whatever is not the one way of writing it (numbers
 * without zeros, filling that is not blank) is refused. A file is taken whole or not at all. Texts are never cut: a name that
 * is cut may become another person's. No message holds anything of the file.
 *
 * <p><b>Mandates.</b> Zengin publishes no file for mandates; banks take one by agreement. Ours has the same records, amount 0
 * and a new code of 1 or 2, and the results mean: written down, no such account, and so on. See decision 120.
 *
 * <p><b>Source.</b> The record layout (全銀協規定形式) that banks publish for their customers. The 120-byte form stands for
 * one file with one collector; several collectors in one file are refused.
 *
 * <p><b>Not here.</b> The year of a debit (the file has none), bank holidays, transfers (type 21).
 */
@NullMarked
package sekisho.formats.zengin;

import org.jspecify.annotations.NullMarked;
