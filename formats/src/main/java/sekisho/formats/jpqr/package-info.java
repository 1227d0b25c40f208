/**
 * The codes by which people pay in Japan's shops: JPQR, which is EMVCo's QR code for payment systems with Payments
 * Japan's identification of shops in it.
 *
 * <p><b>What a shop shows.</b> {@link sekisho.formats.jpqr.MerchantCode} is written and read (
 * {@link sekisho.formats.jpqr.MerchantReading}). It names a {@link sekisho.formats.jpqr.JpqrShop}, may carry an amount
 * and a {@link sekisho.formats.jpqr.LocalName}, and keeps every other {@link sekisho.formats.jpqr.DataObject}. {@code
 * DataObjects} cuts a payload, {@code Checksum} is its CRC.
 *
 * <p><b>What a customer shows.</b> {@link sekisho.formats.jpqr.CustomerCode} is a number for one payment, written as
 * digits or as EMVCo's consumer-presented payload ({@link sekisho.formats.jpqr.CustomerReading}). {@code BerObject} is
 * a piece of that payload.
 *
 * <p><b>Rules.</b> Reading is strict: what is not whole, in its place, of its form and with its checksum is a
 * {@link sekisho.formats.jpqr.CodeRefusal}, never half a code. Writing a code that was read gives the same code again.
 *
 * <p><b>Not here.</b> Whether a code is genuine: EMVCo's codes are not signed. A code is a question to whoever keeps
 * the shops and the numbers. Pictures are in {@link sekisho.formats.qr}.
 *
 * <p><b>Sources.</b> EMV QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1 (November 2020) and
 * Consumer-Presented Mode 1.1; Payments Japan Association, technical specification of JPQR (MPM).
 */
@NullMarked
package sekisho.formats.jpqr;

import org.jspecify.annotations.NullMarked;
