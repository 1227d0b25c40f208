/**
 * Decisions: one class for each family of commands. Each decision looks the same: look up, check in the stated order
 * (docs/rules.md), return the first refusal as a value; after the last check nothing may refuse, and everything is changed.
 *
 * <ul>
 *   <li>{@link sekisho.core.decide.Decisions}: finds the family's class for a command;
 *   <li>{@link sekisho.core.decide.Parties}: who is who in a command, and why they may not act;
 *   <li>{@code Guards}: who has to stand behind a command in a founded book, before anything else is looked at;
 *   <li>{@code TrustDecisions}, {@code IdentityDecisions}, {@code CheckpointDecisions}, {@code BankResults}: the checkpoint;
 *   <li>{@code LinkUse}: what may come and go through a link, and what young money may do;
 *   <li>{@link sekisho.core.decide.Overdue}: what time decides.
 * </ul>
 */
@NullMarked
package sekisho.core.decide;

import org.jspecify.annotations.NullMarked;
