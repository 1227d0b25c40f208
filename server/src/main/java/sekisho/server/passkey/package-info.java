/**
 * Passkeys (WebAuthn level 3): making one, signing in with one, and answering for one action with one.
 *
 * <p>{@link sekisho.server.passkey.Passkeys} keeps them, {@link sekisho.server.passkey.Passkey} is one as its owner sees it.
 * {@link sekisho.server.passkey.RelyingParty} is this server to a browser: it makes options and checks what comes back.
 * {@link sekisho.server.passkey.StepUps} are assertions for one action: the challenge is the engine's own for a command, or SHA-256
 * over a nonce and the hash of something else ({@link sekisho.server.passkey.CommandHash}), so that what was signed is what is done.
 * {@link sekisho.server.passkey.Assertion} is a checked one. {@link sekisho.server.passkey.EngineForm} writes passkeys and what they say
 * for the engine, which looks at it again; {@link sekisho.server.passkey.EngineKey} is a passkey as the engine knows it.
 * {@link sekisho.server.passkey.Devices} are the browsers in which a passkey is no new one.
 *
 * <p><b>Rules.</b> User verification is always required. Whether a passkey can be copied to other devices (BE) and is (BS) is kept with
 * it and with each assertion. A step-up belongs to a person, a session, a purpose and a command; it is used once, within five minutes.
 *
 * <p><b>Not here.</b> Sessions (package {@code session}).
 */
@NullMarked
package sekisho.server.passkey;

import org.jspecify.annotations.NullMarked;
