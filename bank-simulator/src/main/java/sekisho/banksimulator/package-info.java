/**
 * Banks that do not exist: many in one process, over HTTP, for demonstrations and tests.
 *
 * <p>{@link sekisho.banksimulator.BankSimulator} is started with {@link sekisho.banksimulator.SimulatorSettings};
 * {@link sekisho.banksimulator.Main} runs it in a process of its own. The banks are in {@code banks}, what they know in
 * {@code books}, how they behave in {@code conduct}, how programs speak to them in {@code http}. Banks with pages have a
 * {@code profile}, {@code customers}, {@code pages}, and take people whom an operator sends ({@code redirect}).
 *
 * <p><b>Rules.</b> A simulated bank keeps its promises about money to the yen, whatever else it does wrong: what it
 * said, it can be asked about, and its statements are the truth. With a folder it forgets nothing when it is killed.
 * It listens on loopback only.
 *
 * <p><b>Not here.</b> The operator's side ({@code sekisho.bank}), with which this shares no code: both are written
 * from the protocol's description.
 */
@NullMarked
package sekisho.banksimulator;

import org.jspecify.annotations.NullMarked;
