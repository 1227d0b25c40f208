/**
 * Linking a wallet to an account at a bank, by way of the bank's own pages.
 *
 * <p>{@link sekisho.server.linking.SupportedBanks} are the banks that can be chosen, {@link sekisho.server.linking.SupportedBank} is
 * one; {@link sekisho.server.linking.LinkedNames} says what a linked account is called. {@code LinkingPages} are the way there and
 * back, {@code Linking} makes a link of a bank's answer, {@code Attempts} keeps each {@code Attempt}. {@link
 * sekisho.server.linking.BankRedirect} signs what is asked and checks what comes back; without one nothing can be linked.
 *
 * <p>What banks end is ended here: {@code MandateFollowers} have a {@code MandateFollower} for each bank, which reads the bank's list on
 * and keeps it in {@link sekisho.server.linking.EndedMandates}; {@code MandateCloser} closes the links, {@code MandateNews} tells their
 * owners, {@code MandateMetrics} count. {@code BankNoticePage} takes banks' notices, which only make it quicker.
 *
 * <p><b>Rules.</b> Nobody is sent to a bank before he has proved who he is and has answered with a passkey for this bank: a bank's page
 * could be asked about others' accounts otherwise. Linking adds nothing to what is known of a person. What comes back is bound to
 * person, wallet and browser session, and used once. Whatever went wrong, the customer sees the same page.
 * A bank's list counts and its notices do not; what was heard is kept before anything is done; a bank ends nothing of another bank.
 *
 * <p><b>Metrics</b>, each with the tag {@code bank}: {@code sekisho.bank.mandates.asked} (tag {@code answer}), {@code .ended} (tag {@code
 * became}).
 */
@NullMarked
package sekisho.server.linking;

import org.jspecify.annotations.NullMarked;
