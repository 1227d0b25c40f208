package sekisho.server.shop;

/** What we know of a code that a customer scanned or typed. */
public sealed interface ShopReading {

    /** A shop's code for any amount: the customer says it. */
    record AnyAmount(Shop shop) implements ShopReading {}

    /** A code for one charge, which is still to be paid and says what the shop asked for. */
    record OneCharge(Shop shop, Charge charge) implements ShopReading {}

    /**
     * It can't be paid.
     *
     * @param reason the texts are {@code pay.refused.<reason>}
     */
    record Refused(String reason) implements ShopReading {}
}
