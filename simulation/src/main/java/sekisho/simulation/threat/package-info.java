/**
 * How much a thief gets who is verified as his victim, found by searching over the engine.
 *
 * <p>{@link sekisho.simulation.threat.Target} is the kind of bank that the victim's account is at.
 * {@code ThreatWorld} is a founded book with the victim, an accomplice and shops; {@code Thief} says what may be done next;
 * {@link sekisho.simulation.threat.ThreatSearch} looks at every order of it, and {@link sekisho.simulation.threat.Losses} is what it
 * found.
 *
 * <p><b>Rules.</b> Whatever is not decided by the engine is decided for the thief: the bank's answers, the second factor, an account of
 * his own in the victim's name, the shortest times that a description may have. Time jumps to the next thing that changes anything.
 *
 * <p><b>Not here.</b> Watching: nobody notices anything for 30 days. {@code docs/threat-model.md} says what else is not covered.
 */
@org.jspecify.annotations.NullMarked
package sekisho.simulation.threat;
