/**
 * The directory of Japan's banks and their branches, by the codes of Zengin (Japanese Banks' Payment Clearing Network).
 *
 * <p>{@link sekisho.formats.directory.BankDirectory} looks up and searches {@link
 * sekisho.formats.directory.ListedBank}s and {@link sekisho.formats.directory.ListedBranch}es. {@code Index} finds and
 * orders, {@code SearchKey} makes half-width kana, full-width kana and hiragana the same, {@code Table} reads what
 * lies beside the classes.
 *
 * <p><b>Rules.</b> Codes are texts of four and three digits: a leading zero counts. Kana is full-width and large, as
 * Zengin transfers have it (チユウオウ, not チュウオウ). The order of every answer depends on the question alone. Nothing is read
 * before it is asked for.
 *
 * <p><b>Source.</b> The data of the project zengin-code (MIT, licence beside the tables); docs/bank-directory.md says
 * how it is brought up to date. It is a copy of some day: a bank that merged since is still in it.
 *
 * <p><b>Not here.</b> Whether Sekisho works with a bank: that is the engine's registry.
 */
@NullMarked
package sekisho.formats.directory;

import org.jspecify.annotations.NullMarked;
