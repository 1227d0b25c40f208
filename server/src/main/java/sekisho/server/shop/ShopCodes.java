package sekisho.server.shop;

import java.time.InstantSource;
import java.util.Optional;
import sekisho.formats.jpqr.CodeRefusal;
import sekisho.formats.jpqr.MerchantCode;
import sekisho.formats.jpqr.MerchantReading;
import sekisho.protocol.WalletId;

/**
 * Reads what a customer scanned or typed, and compares it with our own records. A code is not signed: it only asks about a shop or a
 * charge, and what is paid to whom is what we have on record. Any thread.
 */
public final class ShopCodes {
    private static final int LONGEST_TYPED = 24;

    private final Shops shops;
    private final Charges charges;
    private final InstantSource clock;

    ShopCodes(Shops shops, Charges charges, InstantSource clock) {
        this.shops = shops;
        this.charges = charges;
        this.clock = clock;
    }

    /** A shop's code for any amount. */
    static String encode(Shop shop) {
        return MerchantCode.reusable(shop.jpqr(), shop.category(), shop.nameEn(), shop.placeEn())
                .encode();
    }

    /** A shop's code for one charge. */
    static String encode(Shop shop, Charge charge) {
        return MerchantCode.reusable(shop.jpqr(), shop.category(), shop.nameEn(), shop.placeEn())
                .forPayment(charge.amount(), charge.reference())
                .encode();
    }

    /**
     * What a code means for somebody who wants to pay.
     *
     * @param payer sees charges that he paid himself as paid, whoever else sees them as paid too
     */
    public ShopReading read(String scannedOrTyped, WalletId payer) {
        String text = scannedOrTyped.strip();
        String digits = typed(text);
        if (ShortNumber.fits(digits, Shops.NUMBER_FIRST, Shops.NUMBER_DIGITS)) {
            return shops.byNumber(digits)
                    .<ShopReading>map(ShopReading.AnyAmount::new)
                    .orElse(new ShopReading.Refused("unknown"));
        }
        if (ShortNumber.fits(digits, Charges.REFERENCE_FIRST, Charges.REFERENCE_DIGITS)) {
            return charges.byReference(digits)
                    .map(charge -> charge(charge, shops.find(charge.merchant()).orElseThrow(), payer))
                    .orElse(new ShopReading.Refused("unknown"));
        }
        if (!digits.isEmpty()) {
            return new ShopReading.Refused("digits");
        }
        return switch (MerchantCode.read(text)) {
            case MerchantReading.Refused(var reason) -> new ShopReading.Refused(word(reason));
            case MerchantReading.Read(var code) -> compared(code, payer);
        };
    }

    private ShopReading compared(MerchantCode code, WalletId payer) {
        Optional<Shop> shop = shops.byJpqr(code.shop());
        if (shop.isEmpty()) {
            return new ShopReading.Refused("unknown");
        }
        if (!code.once() && code.yen().isEmpty() && code.reference().isEmpty()) {
            return new ShopReading.AnyAmount(shop.get());
        }
        Optional<Charge> charge = code.reference()
                .flatMap(charges::byReference)
                .filter(asked -> asked.merchant().equals(shop.get().id()));
        boolean asked = charge.isPresent()
                && code.once()
                && code.yen().isPresent()
                && code.yen().getAsLong() == charge.get().amount();
        return asked ? charge(charge.get(), shop.get(), payer) : new ShopReading.Refused("differs");
    }

    private ShopReading charge(Charge charge, Shop shop, WalletId payer) {
        boolean another = charge.payer() != null && !charge.payer().equals(payer);
        return switch (charge.state()) {
            case PAID -> another ? new ShopReading.Refused("paid") : new ShopReading.OneCharge(shop, charge);
            case CANCELLED -> new ShopReading.Refused("cancelled");
            case OPEN, PAYING -> {
                if (charge.isOver(clock.instant()) && (another || charge.payer() == null)) {
                    yield new ShopReading.Refused("expired");
                }
                yield another ? new ShopReading.Refused("paying") : new ShopReading.OneCharge(shop, charge);
            }
        };
    }

    /** Digits that were typed, without blanks and hyphens; empty: it was scanned. */
    private static String typed(String text) {
        if (text.length() > LONGEST_TYPED) {
            return "";
        }
        String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "");
        return plain.matches("[0-9]{1,24}") ? plain : "";
    }

    private static String word(CodeRefusal reason) {
        return switch (reason) {
            case CodeRefusal.Empty _ -> "empty";
            case CodeRefusal.BadChecksum _, CodeRefusal.BadCheckDigit _ -> "damaged";
            case CodeRefusal.WrongCurrency _ -> "currency";
            case CodeRefusal.WrongCountry _ -> "country";
            case CodeRefusal.NotSupported _ -> "tip";
            case CodeRefusal.NotJpqr _, CodeRefusal.NotOurs _ -> "not-jpqr";
            case CodeRefusal.TooLong _,
                    CodeRefusal.NoChecksum _,
                    CodeRefusal.Malformed _,
                    CodeRefusal.Repeated _,
                    CodeRefusal.Missing _,
                    CodeRefusal.OutOfPlace _,
                    CodeRefusal.WrongForm _ -> "form";
        };
    }
}
