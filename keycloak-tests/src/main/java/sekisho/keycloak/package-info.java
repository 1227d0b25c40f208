/**
 * The connector for FAPI 2.0 against a real Keycloak.
 *
 * <p>{@link sekisho.keycloak.KeycloakServer} is the server as it is shipped, a process of its own. {@link
 * sekisho.keycloak.Realm} is a bank in it, {@link sekisho.keycloak.Visitor} a customer on its pages, {@link
 * sekisho.keycloak.RawClient} a client that leaves out and repeats what ours never would.
 *
 * <p><b>What Keycloak has not.</b> It knows nothing of OpenID Connect for Identity Assurance: {@code verified_claims} are an
 * attribute of its user, put into the ID token by a mapper. Whether it ever verified anybody is not what is tested here, but
 * that we believe nothing beside them. {@code purpose}, {@code account}, {@code mandate}, {@code account_shown}, {@code notice}
 * and {@code amr} are mapped as well.
 *
 * <p><b>Rules.</b> That Keycloak does not start is a failure. It is told nothing over its administration interface: what a
 * realm is stands in the file that it imports.
 */
@NullMarked
package sekisho.keycloak;

import org.jspecify.annotations.NullMarked;
