/**
 * Paying in shops: a customer scans or types a shop's code, or shows an own code at a till.
 *
 * <p>{@code PayPages} reads the shop's code, shows the review and pays; {@code OwnCodePages} shows the customer's code and what became
 * of it; {@link sekisho.server.wallet.pay.PaymentReceipts} says how a payment stands.
 *
 * <p><b>Rules.</b> The name and the amount on the review are our own records' (package {@code shop}), whatever the code says. A charge
 * that is paid already leads its payer to the receipt, whichever form or window he uses.
 */
@NullMarked
package sekisho.server.wallet.pay;

import org.jspecify.annotations.NullMarked;
