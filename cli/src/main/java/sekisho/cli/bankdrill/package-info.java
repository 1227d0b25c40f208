/**
 * The bank drill: an hour of load for each way in which a bank can misbehave, in compressed time, against a real node,
 * the real bank worker and simulated banks over HTTP. At the end every yen has to be where the banks say it is.
 *
 * <p>{@link sekisho.cli.bankdrill.BankDrill} runs what {@link sekisho.cli.bankdrill.BankDrillSettings} say and returns
 * a {@link sekisho.cli.bankdrill.BankDrillReport} with a {@link sekisho.cli.bankdrill.BankDrillRow} for each fault.
 * {@code DrillWorld} is what it runs in, {@code DrillClock} its time, {@code DrillLoad} the customers, {@code
 * DrillBook} what the outcome log says, {@code Reckoning} holds it against the banks' statements.
 *
 * <p><b>Compressed time.</b> The engine's clock runs many times faster than the real one: leases, enquiries that fall
 * due, and the windows of request ids go by it. Calls and circuit breakers go by the real one.
 */
@NullMarked
package sekisho.cli.bankdrill;

import org.jspecify.annotations.NullMarked;
