/** Links between wallets and bank accounts. */
@NullMarked
package sekisho.server.api.links;

import org.jspecify.annotations.NullMarked;
