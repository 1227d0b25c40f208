/**
 * Steps that journeys share. {@link sekisho.browsertests.journey.Role} is who somebody is; {@link
 * sekisho.browsertests.journey.Entrance} is how one of that role comes in: through the demonstration's {@link
 * sekisho.browsertests.journey.DemoDoor}, or at a bank's {@link sekisho.browsertests.journey.BankCounter}, whatever that bank
 * asks. {@link sekisho.browsertests.journey.Newcomer} signs up as a person does, with a passkey, and reads codes from the
 * {@link sekisho.browsertests.journey.PostBox}, with a card held to a {@link sekisho.browsertests.journey.CardReader}; a {@link
 * sekisho.browsertests.journey.Resident} is a newcomer with an account at a bank.
 *
 * <p>{@link sekisho.browsertests.journey.WalletApp}, {@link sekisho.browsertests.journey.ShopCounter}, {@link
 * sekisho.browsertests.journey.ConsoleDesk} and {@link sekisho.browsertests.journey.BankAccount} are what a customer, a shop,
 * the staff and a bank's customer do in their windows. {@link sekisho.browsertests.journey.QrReader} reads a code from a picture
 * of the page, {@link sekisho.browsertests.journey.MerchantPayload} what it says, {@link sekisho.browsertests.journey.Yen} an
 * amount. {@link sekisho.browsertests.journey.BankDirector} has a bank keep everybody waiting.
 *
 * <p>Steps find fields by the names that the forms send and buttons by where their forms go, so that they are the same in
 * every language. What a page says, the journey's own test looks at.
 */
@NullMarked
package sekisho.browsertests.journey;

import org.jspecify.annotations.NullMarked;
