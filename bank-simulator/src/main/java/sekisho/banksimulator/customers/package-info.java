/**
 * A bank's customers, and how a bank finds out that somebody is one.
 *
 * <p><b>Types.</b> A {@link sekisho.banksimulator.customers.Person} who banks here is a {@link
 * sekisho.banksimulator.customers.Customer} with {@link sekisho.banksimulator.customers.HeldAccount}s; {@link
 * sekisho.banksimulator.customers.PracticePeople} are made up. {@link sekisho.banksimulator.customers.Customers} keeps
 * them, and the {@link sekisho.banksimulator.customers.Device} on which each gets {@link
 * sekisho.banksimulator.customers.Message}s and {@link sekisho.banksimulator.customers.Approval}s. An {@link
 * sekisho.banksimulator.customers.Identification} goes through the bank's steps and ends in a {@link
 * sekisho.banksimulator.customers.Progress}; {@code Answers} checks them. {@link
 * sekisho.banksimulator.customers.BankSecrets} are the bank's own: what tokens and codes follow from, and {@link
 * sekisho.banksimulator.customers.StatementKeys}.
 *
 * <p><b>Rules.</b> Whoever is absent, locked or wrong gets the same pages in the same order as whoever is right, and
 * learns at the end, in the same words, that it did not do. Codes are sent, and approvals asked for, only if everything
 * before was right; the pages say in any case that they were. Too many wrong tries lock an account for whoever asks,
 * until the process ends.
 *
 * <p><b>Not here.</b> Money ({@code books}), pages ({@code pages}). Customers are in memory: whoever starts the simulator
 * admits them again; their accounts have the same tokens then.
 */
@NullMarked
package sekisho.banksimulator.customers;

import org.jspecify.annotations.NullMarked;
