/**
 * The whole money path in one thread under one seed: customers, shops, operators, bank workers and their misbehaving
 * banks, a clock that jumps, crashes. {@link sekisho.simulation.Simulation} runs the engine and, beside it, the
 * auditor (module {@code auditor}); every answer, every event and the whole state are compared, and the same seed
 * gives the same history.
 *
 * <p><b>Types.</b> {@link sekisho.simulation.SimulationSettings} says how long and with which seed,
 * {@link sekisho.simulation.SimulationResult} what was seen, {@link sekisho.simulation.Violation} what was wrong, at
 * which step; {@link sekisho.simulation.Progress} is told how far it is.
 *
 * <p><b>Who asks.</b> {@code Planner} makes up each step: {@code Weather} says how much and how fast,
 * {@code SimulatedClock} gives the stamp, {@code CustomerActs}, {@code ShopActs}, {@code RegistryActs},
 * {@code LedgerActs}, {@code SettingsActs} and {@code BankWorkers} think of commands in a {@code World}, {@code Units}
 * makes requests and chains of them and sends some again, {@code Streams} makes entries of streams.
 *
 * <p><b>Who answers.</b> {@code SimulatedNode} holds the log, the snapshots and the {@code Engine}. Everything passes
 * through bytes ({@code Mail}). A crash throws the engine away; the new one comes from the last snapshot and the log,
 * has to repeat its outcomes to the byte, and may have lost a tail that clients then send again.
 *
 * <p><b>Who looks.</b> {@code Comparison} and {@code StateComparison} compare with the auditor; {@code Coverage} counts
 * outcomes, refusals, events, accepted commands, full tables, faults and the meetings of instructions' statuses with
 * commands ({@code Meetings}): in a long run a zero is a failure.
 *
 * <p><b>Not here.</b> Real threads, files and networks: those are for {@code system-tests}.
 */
@NullMarked
package sekisho.simulation;

import org.jspecify.annotations.NullMarked;
