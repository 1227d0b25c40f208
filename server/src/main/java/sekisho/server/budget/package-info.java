/**
 * How often somebody may try something: against guessing, harvesting and floods.
 *
 * <p>{@link sekisho.server.budget.Budgets} counts by {@link sekisho.server.budget.Purpose} and by who: a source address or a person.
 * {@link sekisho.server.budget.SameTime} hides how long an answer took.
 *
 * <p><b>Rules.</b> Counts live in memory: a restart forgets them, and what must never be forgotten (tries of a code) is counted in the
 * database too. Who has spent his budget is told the same whatever he asked for.
 */
@NullMarked
package sekisho.server.budget;

import org.jspecify.annotations.NullMarked;
