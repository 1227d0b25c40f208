/**
 * Who somebody is: pieces of evidence, each typed, dated and sourced; never a flag.
 *
 * <p>{@link sekisho.server.identity.Evidences} keeps {@link sekisho.server.identity.Evidence} of an
 * {@link sekisho.server.identity.EvidenceKind}, with {@link sekisho.server.identity.Attribute attributes} that have this evidence as
 * their source. {@link sekisho.server.identity.Assurance} says which tier follows. {@link sekisho.server.identity.MaskedName} is
 * what others see of a name.
 *
 * <p><b>Rules.</b> What a person typed is no evidence. The only kind so far, {@code demonstration}, stands in for a chip; it
 * counts where the demo world runs and nowhere else. Linking a bank account adds nothing here. Without evidence that counts a
 * wallet is in the tier {@link sekisho.server.identity.Assurance#UNVERIFIED}, for which no limit and no cap is set: the engine
 * then lets it hold, receive and move ¥0.
 *
 * <p><b>Not here.</b> Contacts and passkeys.
 */
@NullMarked
package sekisho.server.identity;

import org.jspecify.annotations.NullMarked;
