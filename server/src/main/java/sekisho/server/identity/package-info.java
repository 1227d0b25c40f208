/**
 * Who somebody is: pieces of evidence, each typed, dated and sourced; never a flag.
 *
 * <p>{@link sekisho.server.identity.Proving} checks what cards and passports said, with the module {@code identity} and by whom is {@code
 * Trusted}, and answers {@link sekisho.server.identity.Proven}. A challenge is one of {@link sekisho.server.identity.StoredChallenges};
 * {@code ProofText} and {@code ProofFields} are proofs as forms carry them. {@link sekisho.server.identity.Evidences} keeps what held as
 * {@link sekisho.server.identity.KeptEvidence}, {@link sekisho.server.identity.PersonTokens} says which human it is. {@link
 * sekisho.server.identity.Worth} is the table of what evidence is worth, and {@link sekisho.server.identity.Assurance} says which tier
 * follows. {@link sekisho.server.identity.Issuer} signs for the engine what was seen ({@code EngineKind}: in its words). {@link
 * sekisho.server.identity.DemoDocuments} are cards that do not exist, where {@link sekisho.server.identity.Demonstration} says so; {@link
 * sekisho.server.identity.MaskedName} is what others see of a name.
 *
 * <p><b>Rules.</b> What a person typed counts for nothing. A challenge is of one person in one browser, for five minutes and one try; all
 * servers of a database share them. Values lie in the vault; rows hold tokens, sources, dates and the SHA-256 of the whole proof. Evidence
 * from a made-up authority is of the kind {@code DEMONSTRATION}, which counts only where that authority is trusted; a production server
 * refuses to start with one. Somebody is one human for good: another's card is refused. A human has at most so many wallets. Linking a bank
 * account adds nothing here. Without evidence that counts a wallet is in the tier {@link
 * sekisho.server.identity.Assurance#UNVERIFIED}, for which no limit and no cap is set: the engine then lets it hold, receive and move ¥0.
 *
 * <p><b>Not here.</b> Contacts and passkeys; reading a card (a telephone's app, or the demonstration's page); fetching lists of revoked
 * certificates: a proof brings them stapled, or is refused.
 */
@NullMarked
package sekisho.server.identity;

import org.jspecify.annotations.NullMarked;
