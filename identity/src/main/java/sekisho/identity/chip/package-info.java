/**
 * The signature of a person's IC card over our challenge, in the way of Japan's public certification service (JPKI).
 *
 * <p>{@link sekisho.identity.chip.ChipVerifier} checks a {@link sekisho.identity.chip.ChipProof} by a {@link
 * sekisho.identity.chip.CertificateProfile}: which policies count, and under which object identifiers the subject's
 * alternative names hold kanji name, address, birth date and gender ({@code SubjectNames}).
 *
 * <p><b>Rules.</b> Only a certificate for signatures counts: it has one of the profile's policies and the key usage
 * non-repudiation. One for logging in is refused with a code of its own, since its PIN is the shorter one and it carries no
 * attributes. The signature is over a fixed text and the challenge, never over bare bytes that somebody else could choose.
 *
 * <p><b>Real cards.</b> The authority's object identifiers, policies and anchors are configuration; operators in Japan reach
 * the authority's revocation service through an accredited provider, behind {@link
 * sekisho.identity.pki.RevocationSource}. Certificates write rare kanji with stand-ins; matching knows them as close.
 *
 * <p><b>Not here.</b> Reading the card, PINs, and counting their tries: the card does.
 */
@NullMarked
package sekisho.identity.chip;

import org.jspecify.annotations.NullMarked;
