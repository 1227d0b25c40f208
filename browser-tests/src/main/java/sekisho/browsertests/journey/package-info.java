/**
 * Steps that journeys share. {@link sekisho.browsertests.journey.Role} is who somebody is; {@link
 * sekisho.browsertests.journey.Entrance} is how one of that role comes in: through the demonstration's {@link
 * sekisho.browsertests.journey.DemoDoor}, or at a bank's {@link sekisho.browsertests.journey.BankCounter}, whatever that bank
 * asks. {@link sekisho.browsertests.journey.Newcomer} signs up as a person does, with a passkey, and reads codes from the
 * {@link sekisho.browsertests.journey.PostBox}.
 *
 * <p>Steps find fields by the names that the forms send and buttons by where their forms go, so that they are the same in
 * every language. What a page says, the journey's own test looks at.
 */
@NullMarked
package sekisho.browsertests.journey;

import org.jspecify.annotations.NullMarked;
