/**
 * How a simulated bank behaves, and how badly.
 *
 * <p>A {@link sekisho.banksimulator.conduct.Conduct} is a list of {@link sekisho.banksimulator.conduct.Misbehaviour}s,
 * each of one {@link sekisho.banksimulator.conduct.Fault} with a share of the calls, under one seed.
 * {@link sekisho.banksimulator.conduct.Temper} is a bank's conduct at work: it chooses what befalls a
 * {@link sekisho.banksimulator.conduct.CallKind call}, and holds the calls that hang until the bank behaves otherwise.
 *
 * <p><b>Rules.</b> What befalls a call follows from the seed, the call's key and how often that key was called, not
 * from the order in which calls arrive.
 *
 * <p><b>Not here.</b> What a fault does: the calls do it ({@code sekisho.banksimulator.http}).
 */
@NullMarked
package sekisho.banksimulator.conduct;

import org.jspecify.annotations.NullMarked;
