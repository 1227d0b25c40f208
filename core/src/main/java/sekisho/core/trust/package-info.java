/**
 * Whom a book trusts, and how it knows them again.
 *
 * <p>{@link sekisho.core.trust.Trust} holds what the log said: founding, staff, issuers, banks' keys, what evidence is worth,
 * floors, rungs, descriptions, stopped methods. {@link sekisho.core.trust.Es256} verifies signatures,
 * {@link sekisho.core.trust.ClientData} reads what a browser signed, {@link sekisho.core.trust.Assertions} judges an assertion.
 * {@link sekisho.core.trust.Strength} says how strong a bank's protocol is.
 *
 * <p><b>Rules.</b> Verifying is a pure function of bytes: the same yes or no wherever the log is replayed. Nothing here asks who
 * may do what; that is {@code core.decide.Guards}.
 *
 * <p><b>Not here.</b> Certificates, chips, revocation: issuers look at them and sign what they saw.
 */
@org.jspecify.annotations.NullMarked
package sekisho.core.trust;
