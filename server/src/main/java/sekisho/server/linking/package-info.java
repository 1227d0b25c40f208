/**
 * Linking a wallet to an account at a bank, by way of the bank's own pages.
 *
 * <p>{@link sekisho.server.linking.SupportedBanks} are the banks that can be chosen, {@link sekisho.server.linking.SupportedBank} is
 * one; {@link sekisho.server.linking.LinkedNames} says what a linked account is called.
 *
 * <p><b>Rules.</b> Nobody is sent to a bank before he has proved who he is and has answered with a passkey for this bank: a bank's page
 * could be asked about others' accounts otherwise. Linking adds nothing to what is known of a person.
 */
@NullMarked
package sekisho.server.linking;

import org.jspecify.annotations.NullMarked;
