/**
 * Account numbers of Japan Post Bank. Its own accounts have a symbol (記号, five digits) and a number (番号); other banks
 * know the same account by a branch of three digits and an account number of seven.
 *
 * <p>{@link sekisho.formats.japanpost.JapanPost} converts both ways between
 * {@link sekisho.formats.japanpost.SymbolAndNumber} and {@link sekisho.formats.japanpost.BranchAndAccount} (whose
 * {@link sekisho.formats.japanpost.AccountType} follows from the symbol). What it says is a
 * {@link sekisho.formats.japanpost.Conversion}; what is wrong is an
 * {@link sekisho.formats.japanpost.ConversionRefusal}, which names the {@link sekisho.formats.japanpost.Part}.
 *
 * <p><b>Rules.</b> Full-width digits and blanks around are accepted. The single digit that some forms print between
 * symbol and number is no part of either.
 *
 * <p><b>Not here.</b> Whether the branch or the account exists.
 */
@NullMarked
package sekisho.formats.japanpost;

import org.jspecify.annotations.NullMarked;
