/**
 * A second opinion on the engine. {@link sekisho.auditor.Auditor} is told the same frames and stamps as the engine and
 * says what the answers and events have to be; whoever runs both compares. It is written from docs/rules.md and the
 * types of {@code protocol}, and shares no code with the engine (a test of the simulation asks {@code jdeps}).
 *
 * <p><b>Types.</b> {@link sekisho.auditor.Step} is what one frame or tick brings about,
 * {@link sekisho.auditor.Answered} the part of one request in it. {@link sekisho.auditor.AuditedCapacity} is how many
 * rows the tables have. {@link sekisho.auditor.Glance} looks up single rows. {@link sekisho.auditor.LawBroken} is
 * thrown when the auditor's own books break a law: then docs/rules.md itself allows what must not be.
 *
 * <p><b>How it is made.</b> The naive way on purpose: state is tables of immutable rows in {@code java.util}
 * collections ({@code State}, {@code Rows}), every change notes how to take it back ({@code Undo}: dry runs, broken
 * chains, lost tails), limits are bookings that are added up at every question ({@code Limits}). One class for each
 * section of the rules: {@code Clock}, {@code Journal}, {@code Streams}, {@code Chains}, {@code Accounts} and one
 * {@code …Rules} for each family of commands, whose checks stand in the order of the rules' table.
 *
 * <p><b>Laws.</b> {@code Laws} follows every step with bookkeeping of its own: balanced postings, entries without gaps,
 * floors, answers that never change, instructions that go their way, e-money that is covered. {@code WholeBooks} adds
 * up everything: conservation, pendings against what holds them, deadlines, capacities.
 *
 * <p><b>Not here.</b> Bytes, threads, files, speed. One thread at a time owns an auditor.
 */
@NullMarked
package sekisho.auditor;

import org.jspecify.annotations.NullMarked;
