package sekisho.server.demo;

import sekisho.formats.jpqr.JpqrShop;
import sekisho.server.pages.Language;
import sekisho.server.shop.Shops;

/** A shop that does not exist, and who owns it: the number of a person of the demo world. */
enum DemoShop {
    BAKERY(3, "1", new Name("すずなりパン", "Suzunari Bakery"), new Name("石見野 城下町", "Iwamino"), "5462"),
    BOOKS(2, "2", new Name("港の本屋", "Harbour Books"), new Name("竹原 若竹", "Takehara"), "5942");

    private final int owner;
    private final String digit;
    private final Name name;
    private final Name place;
    private final String category;

    DemoShop(int owner, String digit, Name name, Name place, String category) {
        this.owner = owner;
        this.digit = digit;
        this.name = name;
        this.place = place;
        this.category = category;
    }

    private record Name(String ja, String en) {}

    String name(Language language) {
        return switch (language) {
            case JA -> name.ja();
            case EN -> name.en();
        };
    }

    int owner() {
        return owner;
    }

    /** As it is registered: its owner's account takes what is paid out. */
    Shops.New registration(DemoAccount account) {
        return new Shops.New(
                name.ja(),
                name.en(),
                place.ja(),
                place.en(),
                category,
                new JpqrShop("999000000000" + digit, "0001", "000001", "000001"),
                account.bank(),
                account.number(),
                account.shown());
    }
}
