/** Top-ups and cash-outs over linked accounts. A cash-out is answered for with a passkey. */
@NullMarked
package sekisho.server.wallet.movement;

import org.jspecify.annotations.NullMarked;
