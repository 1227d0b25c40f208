package sekisho.formats.jpqr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sekisho.formats.Digits;

/**
 * The code that a shop shows, in yen.
 *
 * @param once whether it is for one payment (dynamic) or for many (static)
 * @param category the shop's line of business: four digits (ISO 18245)
 * @param yen what is to be paid, 1 to 9,999,999,999,999; empty: the customer says
 * @param name the shop's name in Latin letters: 1 to 25 characters from 20 to 7E (hexadecimal)
 * @param city in Latin letters, 1 to 15 characters
 * @param additional sub-objects of object 62, such as a bill number (01), a reference (05), a terminal (07)
 * @param others all other objects, in the order in which they came
 */
public record MerchantCode(
        boolean once,
        JpqrShop shop,
        String category,
        OptionalLong yen,
        String name,
        String city,
        Optional<String> postalCode,
        Optional<LocalName> localName,
        List<DataObject> additional,
        List<DataObject> others) {
    /** More characters than this are no code. */
    public static final int LONGEST = 512;

    static final long MOST_YEN = 9_999_999_999_999L;
    static final int LONGEST_NAME = 25;
    static final int LONGEST_CITY = 15;
    static final int LONGEST_POSTAL_CODE = 10;
    static final int LONGEST_ADDITIONAL = 25;
    static final String YEN = "392";
    static final String REFERENCE = "05";
    static final String TERMINAL = "07";

    /** Objects that have a field of their own, the format and the checksum. */
    private static final List<String> KNOWN =
            List.of("00", "01", "26", "52", "53", "54", "55", "56", "57", "58", "59", "60", "61", "62", "63", "64");

    public MerchantCode {
        additional = List.copyOf(additional);
        others = List.copyOf(others);
        require(Digits.are(category, 4, 4), "category: four digits");
        require(yen.isEmpty() || (yen.getAsLong() >= 1 && yen.getAsLong() <= MOST_YEN), "yen: 1 to 9999999999999");
        require(Text.fitsPlain(name, LONGEST_NAME), "name: 1 to 25 plain characters");
        require(Text.fitsPlain(city, LONGEST_CITY), "city: 1 to 15 plain characters");
        require(
                postalCode
                        .map(code -> Text.fitsPlain(code, LONGEST_POSTAL_CODE))
                        .orElse(true),
                "postal code: 1 to 10 plain characters");
        require(additional.stream().allMatch(MerchantCode::isAdditional), "additional: 1 to 25 characters each");
        require(others.stream().noneMatch(object -> KNOWN.contains(object.id())), "others: objects without a field");
    }

    /** A code for many payments of any amount. */
    public static MerchantCode reusable(JpqrShop shop, String category, String name, String city) {
        return new MerchantCode(
                false,
                shop,
                category,
                OptionalLong.empty(),
                name,
                city,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** The same shop's code for one payment, with a reference of 1 to 25 plain characters. */
    public MerchantCode forPayment(long amount, String reference) {
        return new MerchantCode(
                true,
                shop,
                category,
                OptionalLong.of(amount),
                name,
                city,
                postalCode,
                localName,
                List.of(new DataObject(REFERENCE, reference)),
                others);
    }

    public MerchantCode withLocalName(LocalName value) {
        return new MerchantCode(
                once, shop, category, yen, name, city, postalCode, Optional.of(value), additional, others);
    }

    public MerchantCode withPostalCode(String value) {
        return new MerchantCode(
                once, shop, category, yen, name, city, Optional.of(value), localName, additional, others);
    }

    public MerchantCode withTerminal(String value) {
        var more = new ArrayList<>(additional);
        more.removeIf(object -> object.id().equals(TERMINAL));
        more.add(new DataObject(TERMINAL, value));
        return new MerchantCode(once, shop, category, yen, name, city, postalCode, localName, more, others);
    }

    /** What the shop calls the payment. */
    public Optional<String> reference() {
        return additional(REFERENCE);
    }

    /** Which of the shop's terminals showed it. */
    public Optional<String> terminal() {
        return additional(TERMINAL);
    }

    /**
     * The payload.
     *
     * @throws IllegalArgumentException if it would be longer than {@link #LONGEST} characters
     */
    public String encode() {
        String payload = MerchantCodec.encode(this);
        require(DataObject.length(payload) <= LONGEST, "a code has at most " + LONGEST + " characters");
        return payload;
    }

    /** Reads a payload as it was scanned. */
    public static MerchantReading read(String payload) {
        return MerchantCodec.read(payload);
    }

    static boolean isAdditional(DataObject object) {
        return Text.fitsPlain(object.value(), LONGEST_ADDITIONAL);
    }

    static boolean isKnown(DataObject object) {
        return KNOWN.contains(object.id());
    }

    private Optional<String> additional(String id) {
        return additional.stream()
                .filter(object -> object.id().equals(id))
                .map(DataObject::value)
                .findFirst();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
