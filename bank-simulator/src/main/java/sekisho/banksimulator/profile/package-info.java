/**
 * What a fictional bank is to its customers: its name, its look, its branches, and how it asks who somebody is.
 *
 * <p>{@link sekisho.banksimulator.profile.FictionalBanks} reads 35 descriptions that lie beside the classes, one file a
 * bank, into {@link sekisho.banksimulator.profile.BankProfile}s. A profile has a {@link
 * sekisho.banksimulator.profile.Named} name, a {@link sekisho.banksimulator.profile.Look}, {@link
 * sekisho.banksimulator.profile.Branch}es, and steps of {@link sekisho.banksimulator.profile.Ask}s, of which each
 * rests on an {@link sekisho.banksimulator.profile.AskKind}, and says in {@link sekisho.banksimulator.profile.Telling} how it
 * tells holders.
 *
 * <p><b>Rules.</b> Pages follow from the description alone: to change what a bank asks, or how it looks, is to edit its
 * file. No name and no code is that of a real bank. Eleven banks are weak, as in 2020: number, name and PIN, at some the
 * birth date or the last balance besides, and nothing that is another one each time.
 *
 * <p><b>Not here.</b> How what was asked is checked ({@code customers}), and the pages ({@code pages}).
 */
@NullMarked
package sekisho.banksimulator.profile;

import org.jspecify.annotations.NullMarked;
