/**
 * Bank work: brings instructions from the log to the banks, and the banks' answers back into the log.
 *
 * <p><b>For others.</b> {@link sekisho.server.banking.BankWorker} is the whole of it, started with
 * {@link sekisho.server.banking.BankingSettings} (and {@link sekisho.server.banking.BreakerSettings}). It asks
 * {@link sekisho.server.banking.OpenInstructions} what is open when it starts, and
 * {@link sekisho.server.banking.LinkedAccounts} which account a link means.
 * {@link sekisho.server.banking.LogOpenInstructions} and {@link sekisho.server.banking.InMemoryLinkedAccounts} do
 * without a database. In a server {@link sekisho.server.banking.BankWork} has a worker run, with
 * {@code ProjectedOpenInstructions} and {@link sekisho.server.banking.StoredLinkedAccounts}; {@code BankingProperties} say
 * which banks there are and where, {@link sekisho.server.banking.BankApiKeys} what we are known by there.
 * {@link sekisho.server.banking.BankLine} is the way to a bank for credits that are no instructions: payouts of shops, whose accounts are
 * {@link sekisho.server.banking.MerchantAccounts}.
 *
 * <p><b>Inside.</b> {@code OutcomeFollower} reads the outcome log and hands what it finds to the bank's {@code
 * BankDesk}: the instructions that are known, and the queue of {@code Errand}s. Each desk has a {@code Dispatcher}: it
 * gives every errand a virtual thread, as the bank's permits and circuit breaker let it. {@code ErrandRunner} runs it:
 * claim, call, report. {@code BankCaller} calls the connector, {@code Engine} speaks with the gateway until it is
 * answered, {@code Agenda} makes things due later, {@code BankMetrics} counts.
 *
 * <p><b>Rules.</b>
 * <ul>
 *   <li>No debit or credit without a claim that the engine granted, and one such call for each claim, repeated only
 *       while no connection came about.
 *   <li>What was called and not answered is asked about, never sent again.
 *   <li>The worker keeps nothing: what it loses when it is killed it finds in the log, and repairs by asking.
 *   <li>Banks share nothing but the gateway and the follower, which wait for no bank.
 *   <li>One worker at a time: a second one does no harm to money, but declines what the first is about to call for.
 * </ul>
 *
 * <p><b>Metrics</b>, each with the tag {@code bank}: {@code sekisho.bank.outstanding}, {@code .unclaimed}, {@code
 * .in.doubt} (instructions this worker knows); {@code .calls} (a timer; tags {@code call}, {@code answer}); {@code
 * .doubts} (tag {@code cause}); {@code .breaker} (0 closed, 1 trying, 2 open); {@code .contradictions}; {@code
 * .overflows} (instructions left in the log because the desk was full).
 *
 * <p><b>Not here.</b> Statements and reconciliation; more than one book; choosing a connector for a bank.
 */
@NullMarked
package sekisho.server.banking;

import org.jspecify.annotations.NullMarked;
