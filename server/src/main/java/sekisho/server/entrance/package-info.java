/**
 * How people come in: signing up, signing in, and the steps until a wallet can be used.
 *
 * <p>{@code SignUpPages} make a person with a passkey and a mail address; {@code SignInPages} ask for the passkey;
 * {@code WelcomePages} are the steps after that, {@code IdentityPages} the one in which one proves who one is ({@code ProofRefusals}: or
 * not). {@link
 * sekisho.server.entrance.Stage} says which step is next, {@link sekisho.server.entrance.Customers} lets pages of the wallet be seen
 * when there is none, as {@link sekisho.server.entrance.Customer}. {@code Opening} opens the wallet in the engine,
 * {@link sekisho.server.entrance.ContactCodes} sends the codes that prove contacts. {@link sekisho.server.entrance.EngineKeys} tells the
 * engine of further passkeys, {@link sekisho.server.entrance.NewDevices} holds synced ones back on devices that nobody has seen. Who has
 * lost all passkeys comes back by {@code RecoveryPages}: {@code Recovery} checks who it is, {@code Returning} lets them in; {@link
 * sekisho.server.entrance.ProofWords} say why a card was not taken.
 *
 * <p><b>Rules.</b> No password. A mail address is a contact. The order of steps is decided here, on the server, for every request.
 * A wallet is opened in the tier of the unverified, and raised by evidence alone.
 */
@NullMarked
package sekisho.server.entrance;

import org.jspecify.annotations.NullMarked;
