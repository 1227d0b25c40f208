/**
 * Settings: limits, sessions, passkeys, contacts, being found by number, language and look, freezing and closing the wallet.
 *
 * <p>{@code LimitPage} asks the engine; {@code DevicePages} and {@code PasskeyPages} show and end sessions, add and remove passkeys;
 * {@code PasskeyCardPages} have a card shown for one that the engine does not know, {@code RaisePages} bring a wallet back to its tier;
 * {@code ContactPages} put another contact in the place of one; {@code FoundByPhonePage} is where a person says that others may find him.
 *
 * <p><b>Rules.</b> What weakens protection is answered for by a passkey and told to every contact; what makes a wallet safer (freezing,
 * ending sessions) takes one press.
 */
@NullMarked
package sekisho.server.wallet.settings;

import org.jspecify.annotations.NullMarked;
