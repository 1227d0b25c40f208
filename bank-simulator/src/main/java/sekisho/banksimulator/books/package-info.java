/**
 * What one simulated bank knows: its accounts, and for every idempotency key what became of it.
 *
 * <p><b>Types.</b> {@link sekisho.banksimulator.books.BankBooks} decides. It is given an
 * {@link sekisho.banksimulator.books.Order} in a {@link sekisho.banksimulator.books.Direction} and answers a
 * {@link sekisho.banksimulator.books.Verdict}. An {@link sekisho.banksimulator.books.Account} has
 * {@link sekisho.banksimulator.books.StatementEntry}s and {@link sekisho.banksimulator.books.Mandate}s, which somebody
 * ends ({@link sekisho.banksimulator.books.EndedBy}), and {@link sekisho.banksimulator.books.Linking}s of wallets, of which the
 * bank tells operators ({@link sekisho.banksimulator.books.Said}) in the words of statements: {@link
 * sekisho.banksimulator.books.StatementTerms} (at an operator's door {@link sekisho.banksimulator.books.DoorTerms}), {@link
 * sekisho.banksimulator.books.StatementPurpose}, {@link sekisho.banksimulator.books.StatementAnswer}. Whatever changes is a {@link sekisho.banksimulator.books.Fact};
 * {@code Journal} keeps facts in a file, {@code FactLine} is one line of it.
 *
 * <p><b>Rules.</b> A bank does not forget: with a file, nothing is told to anybody that would be lost by a kill. A key
 * is used for one order for ever; the same key with other contents is a conflict. An enquiry about a key that the bank
 * never received closes the key: from then on an order with it is declined. Every movement has two sides, the
 * customer's account and the operator's settlement account at this bank; neither falls below 0. An order names an
 * account, or a mandate of its own operator on one; under a mandate that has ended nothing moves.
 *
 * <p><b>Not here.</b> Misbehaviour, HTTP. Everything is kept in memory: some 500 bytes an order.
 */
@NullMarked
package sekisho.banksimulator.books;

import org.jspecify.annotations.NullMarked;
