/**
 * The simulated banks themselves, without HTTP.
 *
 * <p>A {@link sekisho.banksimulator.banks.BankDefinition} makes a {@link sekisho.banksimulator.banks.SimulatedBank}:
 * its books ({@code books}), its temper ({@code conduct}) and its log of {@link
 * sekisho.banksimulator.banks.CallRecord}s. A call by an {@link sekisho.banksimulator.banks.Operator} ends in a {@link
 * sekisho.banksimulator.banks.Reply}. {@code Teller} is where faults do what they do; {@code CallLog} keeps the last
 * calls.
 *
 * <p><b>Not here.</b> How a reply looks on the wire ({@code http}).
 */
@NullMarked
package sekisho.banksimulator.banks;

import org.jspecify.annotations.NullMarked;
