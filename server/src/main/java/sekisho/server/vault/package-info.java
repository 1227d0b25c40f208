/**
 * The only map from personal values to random tokens and back.
 *
 * <p>{@link sekisho.server.vault.Vault} finds or makes the {@link sekisho.server.vault.Token} of a value of a
 * {@link sekisho.server.vault.Kind}; {@link sekisho.server.vault.VaultKeys} are its keys, in a file outside of the home.
 * {@link sekisho.server.vault.VaultUnusable} says why there is none. {@link sekisho.server.vault.ShortSecrets} seals what others keep for
 * minutes.
 *
 * <p><b>Why.</b> Phone and account numbers are so few that any hash of them, keyed or not, can be guessed by who has the key.
 * The engine, its log and whoever reads it therefore see tokens of 128 random bits. Erasing a person deletes the mapping; the log
 * never changes.
 *
 * <p><b>Rules.</b> Values are encrypted with AES-256-GCM, bound to their token and kind. The index by which equal values are
 * found is an HMAC-SHA-256 with a key of its own. Both follow from one key by HKDF; each row names its key. A new
 * key is a line more in the file of every server; each then seals anew what lies under an older one, while it runs ({@code VaultRenewal}),
 * and once nothing does the old line may go. Callers normalise values before.
 *
 * <p>What people write beside money lies here, too (decision 196).
 *
 * <p><b>Not here.</b> Whose a value is (package {@code people}).
 */
@NullMarked
package sekisho.server.vault;

import org.jspecify.annotations.NullMarked;
