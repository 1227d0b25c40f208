/**
 * Certificates, as far as identity needs them.
 *
 * <p>{@link sekisho.identity.pki.Certificates} reads them, {@link sekisho.identity.pki.Paths} validates a {@link
 * sekisho.identity.pki.CertifiedPath} to one of the {@link sekisho.identity.pki.TrustAnchors}, {@link
 * sekisho.identity.pki.Revocation} asks {@link sekisho.identity.pki.RevocationData}, stapled or from a {@link
 * sekisho.identity.pki.RevocationSource} ({@code Crls}, {@code OcspResponses}), {@link sekisho.identity.pki.Signatures}
 * checks plain signatures. {@link sekisho.identity.pki.Limits} are the largest sizes, {@link
 * sekisho.identity.pki.DemoMark} tells demonstrations.
 *
 * <p><b>Rules.</b> Nothing here opens a connection. Every certificate below the anchor needs somebody fresh who calls it
 * good. A production profile has no anchor with the demo mark. Java's own security properties decide which algorithms are too
 * weak for a path; SHA-1 is.
 *
 * <p><b>Not here.</b> Delta lists, lists of a part, and responders whose own certificate would have to be checked: they say
 * nothing, which is a refusal.
 */
@NullMarked
package sekisho.identity.pki;

import org.jspecify.annotations.NullMarked;
