/**
 * Linking a wallet to an account at a bank, by way of the bank's own pages, or of whatever else the bank has.
 *
 * <p>{@link sekisho.server.linking.SupportedBanks} are the banks that can be chosen, {@link sekisho.server.linking.SupportedBank} is
 * one; {@link sekisho.server.linking.LinkedNames} says what a linked account is called. {@code LinkingPages} are the way there and
 * back, {@code Linking} makes a link of a bank's answer, {@code Attempts} keeps each {@code Attempt}. {@link
 * sekisho.server.linking.BankRedirect} signs what is asked and checks what comes back; without one nothing can be linked.
 *
 * <p>{@link sekisho.server.linking.BankDescriptions} are the banks' files; {@code BankTerms} is what a customer is shown of one before
 * the way, a {@link sekisho.server.linking.DescriptionFollower} does something when one comes into force.
 *
 * <p>Banks that are asked without a browser ({@code WithoutBrowser}, {@code BackchannelBanks}): {@code Way} says what a customer does
 * there, {@code AccountTyped} is the account that they name, {@code Waiting} asks the engine and the bank, {@code Waits} keeps what is
 * waited for, {@code WaitingPages} show it; {@code Arrivals} is what follows a bank's word.
 * {@code DepositNotices} has a bank put a code on the statement of a linked account, {@code DepositNoticePages} take it.
 *
 * <p>Banks that speak FAPI ({@link sekisho.server.linking.FapiBanks}, with the settings in {@code FapiProperties}): {@code Authorising} goes
 * to their login and back, {@code Authorisations} keeps the secrets of a request until then.
 *
 * <p>What banks end is ended here: {@code MandateFollowers} have a {@code MandateFollower} for each bank, which reads the bank's list on
 * and keeps it in {@link sekisho.server.linking.EndedMandates}; {@code MandateCloser} closes the links, {@code BankNews} tells their
 * owners, {@code MandateMetrics} count. {@code BankNoticePage} takes banks' notices, which only make it quicker.
 *
 * <p>What ends here, whoever ended it, is ended at the bank: {@link sekisho.server.linking.Endings} keeps it, {@link
 * sekisho.server.linking.EndingTellers} have an {@code EndingTeller} for each bank, which tells it until it has heard; {@code MandatesThere} is how either speaks with its bank. What banks say after
 * visits is brought to the engine by {@code StatementFollowers}, a {@code StatementFollower} for each bank; {@code HeardStatements} are those
 * that were.
 *
 * <p><b>Rules.</b> Nobody is sent to a bank before he has proved who he is and has answered with a passkey for this bank: a bank's page
 * could be asked about others' accounts otherwise. Linking adds nothing to what is known of a person. What comes back is bound to
 * person, wallet and browser session, and used once. Whatever went wrong, the customer sees the same page.
 * A bank's list counts and its notices do not; what was heard is kept before anything is done; a bank ends nothing of another bank.
 *
 * <p><b>Metrics</b>, each with the tag {@code bank}: {@code sekisho.bank.mandates.asked} (tag {@code answer}), {@code .ended} (tag {@code
 * became});
 * {@code sekisho.linking.fapi.refused} (tag {@code code}): answers that were refused.
 */
@NullMarked
package sekisho.server.linking;

import org.jspecify.annotations.NullMarked;
