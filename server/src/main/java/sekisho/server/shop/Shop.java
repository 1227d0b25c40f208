package sekisho.server.shop;

import sekisho.formats.jpqr.JpqrShop;
import sekisho.protocol.AccountKey;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.MerchantId;
import sekisho.server.pages.Language;

/**
 * A shop as it is registered.
 *
 * @param nameEn in Latin letters, at most 25 characters, as its codes say it
 * @param placeEn in Latin letters, at most 15 characters, as its codes say it
 * @param category four digits (ISO 18245)
 * @param number eight digits that a customer may type instead of scanning
 * @param bank where it has the account that its takings go to
 * @param account the account as pages show it, masked
 */
public record Shop(
        MerchantId id,
        String nameJa,
        String nameEn,
        String placeJa,
        String placeEn,
        String category,
        JpqrShop jpqr,
        String number,
        BankId bank,
        String account) {

    public String name(Language language) {
        return switch (language) {
            case JA -> nameJa;
            case EN -> nameEn;
        };
    }

    public String place(Language language) {
        return switch (language) {
            case JA -> placeJa;
            case EN -> placeEn;
        };
    }

    /** The shop's account in yen. */
    public AccountKey yen() {
        return AccountKey.merchant(BookId.FIRST, id, Currency.JPY);
    }
}
