package sekisho.server.demo;

import sekisho.protocol.MerchantId;
import sekisho.server.pages.Language;

/** A shop that does not exist. */
public enum DemoShop {
    BAKERY(0x7375_7A75_6E61_7269L, "すずなりパン", "Suzunari Bakery"),
    BOOKS(0x6D69_6E61_746F_686FL, "港の本屋", "Harbour Books");

    private final MerchantId merchant;
    private final String nameJa;
    private final String nameEn;

    DemoShop(long number, String nameJa, String nameEn) {
        this.merchant = new MerchantId(number);
        this.nameJa = nameJa;
        this.nameEn = nameEn;
    }

    public MerchantId merchant() {
        return merchant;
    }

    public String name(Language language) {
        return switch (language) {
            case JA -> nameJa;
            case EN -> nameEn;
        };
    }
}
