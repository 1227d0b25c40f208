/**
 * Shops: who they are, who works in them, the codes that they show and take, and their pages.
 *
 * <p><b>Records.</b> {@link sekisho.server.shop.Shops} keeps a {@link sekisho.server.shop.Shop} as it was registered, and its staff, each
 * with a {@link sekisho.server.shop.Role}. {@link sekisho.server.shop.Charges} keeps what a shop asks to be paid once
 * ({@link sekisho.server.shop.Charge}), {@link sekisho.server.shop.CustomerCodes} the numbers that customers show at tills,
 * {@link sekisho.server.shop.Payouts} the money that goes to a shop's bank account ({@link sekisho.server.shop.Payout}).
 * {@code PayoutCourier} has each {@code WaitingPayout} brought to its bank by {@code PayoutRunner}; {@code PayoutLedger} holds it, posts it
 * or voids it, and says by a {@code PayoutPlan} whether one can be made.
 * {@link sekisho.server.shop.ShopCodes} compares what a customer scanned with these records ({@link sekisho.server.shop.ShopReading}).
 *
 * <p><b>Pages</b> below {@code /shop}: {@code TillPages} (an amount, a customer's code), {@code ChargePages} (a dynamic code),
 * {@code ShopCodePage} (the static code, to be printed), {@code DayPages} (a day's payments), {@code ShopPaymentPages} (capture, void,
 * refund), {@code PayoutPages}, {@code ShopLivePage} (wakes them when something changes). {@link sekisho.server.shop.Shopkeeper} is
 * who is signed in; {@code Shopkeepers} makes it. {@code ShortNumber} makes numbers that people type.
 *
 * <p><b>Rules.</b> Codes are not signed: they are questions, and our records answer. A charge is paid once, a customer's number is spent
 * once, whatever comes of it. A shop learns of a customer only that he paid, never his name or what he has. Who works in no shop finds
 * none of these pages (404), and nobody finds another shop's.
 * A payout's row is written before each step: what was sent to a bank is asked about, never sent again.
 *
 * <p><b>Not here.</b> Paying (package {@code wallet.pay}). How shops are admitted: {@link sekisho.server.shop.Shops#register} is for
 * operators.
 */
@NullMarked
package sekisho.server.shop;

import org.jspecify.annotations.NullMarked;
