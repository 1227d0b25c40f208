/**
 * What production refuses.
 *
 * <p>{@link sekisho.server.production.ProductionRules} looks at {@link sekisho.server.production.ProductionFacts} before
 * anything starts, {@link sekisho.server.production.DemoPeople} into the database before the server does. Each reason is an
 * {@link sekisho.server.production.Objection}: a code and a sentence.
 *
 * <p><b>Inside.</b> {@code Secrets} looks at secrets that people have set, {@code TrustAnchors} at certificates and keys.
 *
 * <p><b>Rules.</b> A doubt is an objection. All are told at once. No sentence holds a secret.
 *
 * <p><b>Not here.</b> How an operator's machine is set up beside this process: its firewall, its proxy, its backups.
 */
@NullMarked
package sekisho.server.production;

import org.jspecify.annotations.NullMarked;
