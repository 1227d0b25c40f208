/**
 * The door of people whose bank account somebody linked, or may link, and who need not be customers: they lock it, have the lock lifted,
 * and see what was linked, by proving at their own bank that it is theirs. No account number, name or PIN is asked for here.
 *
 * <p><b>Types.</b> {@link sekisho.server.door.DoorPages} is what they see; {@code Door} sends them to the bank ({@code DoorRedirect}) for an
 * {@code Errand} and brings the engine what the bank has signed. A {@code DoorVisit} is bound to one browser ({@code BrowserBinding}) and
 * kept by {@code DoorVisits} with what it {@code Became}. {@code LinkedFrom} says what is linked. {@link
 * sekisho.server.door.DoorClaims} lists what was proved, for staff.
 *
 * <p><b>Rules.</b> The engine decides (docs/rules.md, section 8, the front door): a weak proof only tightens, and lapses; what loosens needs a
 * strong one and 72 hours, and the bank tells its holder. Whoever has proved nothing is shown the same page, for whatever reason, and waits the
 * same time for it ({@link sekisho.server.budget.SameTime}). Whoever has proved little is told what this proof brings at most, and nothing
 * of what was there before. Only a strong proof, by the engine's word and two factors in the bank's, shows a lock or a link, and never
 * whose it is. A bank's answer is used once, by the browser that was sent, within the visit's time.
 *
 * <p><b>Not here.</b> Case work, repayment, and what staff do: the console's.
 */
@NullMarked
package sekisho.server.door;

import org.jspecify.annotations.NullMarked;
