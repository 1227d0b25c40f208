/** Asking people for money, and paying or declining what others ask for. */
@NullMarked
package sekisho.server.wallet.request;

import org.jspecify.annotations.NullMarked;
