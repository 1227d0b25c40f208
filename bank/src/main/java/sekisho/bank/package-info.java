/**
 * The port to banks: what Sekisho asks of a bank, and the answers it knows. Each protocol is a connector in a package
 * of its own: {@link sekisho.bank.instant} moves money, {@link sekisho.bank.redirect}, {@link sekisho.bank.fapi} and {@link
 * sekisho.bank.backchannel} find out whose an account is. {@link sekisho.bank.description} says how each bank does it, and what that is worth.
 *
 * <p><b>Types.</b> A {@link sekisho.bank.BankConnector} speaks with one bank. It is given a
 * {@link sekisho.bank.BankInstruction}, a debit or a credit of the customer's account, which is named by an
 * {@link sekisho.bank.AccountToken}. A call ends in a {@link sekisho.bank.CallAnswer}: settled, declined for a
 * {@link sekisho.bank.DeclineReason}, or in doubt for a {@link sekisho.bank.DoubtCause}. An enquiry ends in a
 * {@link sekisho.bank.BankAnswer}, which knows one case more: the bank never received the instruction.
 *
 * <p><b>Rules.</b>
 * <ul>
 *   <li>A connector never throws for what a bank or a network does, never waits longer than it was told, and says
 *       <em>settled</em> or <em>declined</em> only if the bank said so, in full, about this very instruction.
 *       Everything else is in doubt.
 *   <li>The instruction's id is the bank's idempotency key. The bank carries it out once at most.
 *   <li>Time never turns in doubt into declined. A bank that says it never received an instruction may receive it a
 *       moment later: that counts as declined only if the bank has bound itself to decline it then
 *       ({@link sekisho.bank.BankAnswer.NotKnown}). See docs/decisions/0020.
 *   <li>Account numbers and names do not pass here: the token is all the core and the log ever know.
 * </ul>
 *
 * <p><b>Not here.</b> When to call, how often, and what follows from an answer ({@code sekisho.server.banking}).
 */
@NullMarked
package sekisho.bank;

import org.jspecify.annotations.NullMarked;
