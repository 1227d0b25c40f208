/**
 * Merchant payments that can still change: {@link sekisho.core.payments.Payments} keeps each from its authorisation until
 * nothing can be refunded any more, 180 days after it was captured, voided or expired.
 */
@NullMarked
package sekisho.core.payments;

import org.jspecify.annotations.NullMarked;
