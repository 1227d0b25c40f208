/**
 * Proofs of who somebody is, checked: pure functions over bytes, certificates and claims.
 *
 * <p>{@link sekisho.identity.chip} checks the signature of a person's IC card, {@link sekisho.identity.passport} a
 * passport's chip, {@link sekisho.identity.claims} what an identity provider verified. Each answers a {@link
 * sekisho.identity.Verdict}: {@link sekisho.identity.Evidence} with {@link sekisho.identity.VerifiedAttribute attributes},
 * each with its {@link sekisho.identity.Source}, or an {@link sekisho.identity.IdentityRefusal}. {@link
 * sekisho.identity.Challenges} is the port to whoever counts challenges ({@link sekisho.identity.RememberedChallenges} in
 * memory, {@link sekisho.identity.ChallengeGate} in front of it); {@link sekisho.identity.Octets} are bytes from outside,
 * {@link sekisho.identity.Gender} and {@link sekisho.identity.EvidenceKind} what their names say; {@link
 * sekisho.identity.Refusal} carries a refusal to the edge. {@link sekisho.identity.pki} is what both chips share, {@link
 * sekisho.identity.demo} makes cards, passports and their authorities that do not exist.
 *
 * <p><b>Rules.</b> A challenge is spent by the first try, good or bad. Everything from outside has a largest size, checked
 * before it is read. What is not known to be good is refused: no revocation information is a refusal. The order of checks is
 * fixed, the first failure is the answer. Nothing here prints a name, an address or a number.
 *
 * <p><b>Kana.</b> Certificates carry none and passports only Latin letters: a "verified kana" comes from an identity provider
 * or not at all, so names are matched in kanji.
 *
 * <p><b>Not here.</b> What evidence is worth (a table of the engine), where it is kept, fetching lists over the network
 * ({@link sekisho.identity.pki.RevocationSource} is the port), and the transport to a card.
 */
@NullMarked
package sekisho.identity;

import org.jspecify.annotations.NullMarked;
