package sekisho.formats.jpqr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import sekisho.formats.Digits;

/** Writes and reads merchant codes. Objects may come in any order, the format (00) first and the checksum (63) last. */
final class MerchantCodec {
    private static final String ONCE = "12";
    private static final String AGAIN = "11";
    private static final int LONGEST_YEN = 13;

    private MerchantCodec() {}

    static String encode(MerchantCode code) {
        var objects = new ArrayList<DataObject>();
        objects.add(new DataObject("00", "01"));
        objects.add(new DataObject("01", code.once() ? ONCE : AGAIN));
        objects.add(new DataObject("26", code.shop().template()));
        objects.add(new DataObject("52", code.category()));
        objects.add(new DataObject("53", MerchantCode.YEN));
        code.yen().ifPresent(yen -> objects.add(new DataObject("54", Long.toString(yen))));
        objects.add(new DataObject("58", "JP"));
        objects.add(new DataObject("59", code.name()));
        objects.add(new DataObject("60", code.city()));
        code.postalCode().ifPresent(postalCode -> objects.add(new DataObject("61", postalCode)));
        if (!code.additional().isEmpty()) {
            objects.add(new DataObject("62", DataObjects.written(code.additional())));
        }
        code.localName().ifPresent(local -> objects.add(new DataObject("64", template(local))));
        objects.addAll(code.others());
        return DataObjects.payload(objects);
    }

    static MerchantReading read(String payload) {
        try {
            return new MerchantReading.Read(code(whole(DataObjects.cutPayload(payload, MerchantCode.LONGEST))));
        } catch (Stop stop) {
            return new MerchantReading.Refused(stop.reason);
        }
    }

    private static MerchantCode code(DataObjects.Cut.Whole objects) {
        for (String id : List.of("55", "56", "57")) {
            if (objects.value(id).isPresent()) {
                throw new Stop(new CodeRefusal.NotSupported(id));
            }
        }
        boolean once = valid(objects, "01", AGAIN, value -> value.equals(AGAIN) || value.equals(ONCE))
                .equals(ONCE);
        JpqrShop shop = shop(objects);
        String category = required(objects, "52", value -> Digits.are(value, 4, 4));
        String currency = required(objects, "53", value -> Digits.are(value, 3, 3));
        if (!currency.equals(MerchantCode.YEN)) {
            throw new Stop(new CodeRefusal.WrongCurrency(currency));
        }
        String country = required(objects, "58", value -> value.matches("[A-Z]{2}"));
        if (!country.equals("JP")) {
            throw new Stop(new CodeRefusal.WrongCountry(country));
        }
        return new MerchantCode(
                once,
                shop,
                category,
                yen(objects),
                required(objects, "59", value -> Text.fitsPlain(value, MerchantCode.LONGEST_NAME)),
                required(objects, "60", value -> Text.fitsPlain(value, MerchantCode.LONGEST_CITY)),
                optional(objects, "61", value -> Text.fitsPlain(value, MerchantCode.LONGEST_POSTAL_CODE)),
                localName(objects),
                additional(objects),
                objects.objects().stream()
                        .filter(object -> !MerchantCode.isKnown(object))
                        .toList());
    }

    private static JpqrShop shop(DataObjects.Cut.Whole objects) {
        String template = objects.value("26").orElseThrow(() -> new Stop(new CodeRefusal.NotJpqr()));
        var parts = within("26", template);
        if (!parts.value("00").orElse("").equals(JpqrShop.SCHEME)) {
            throw new Stop(new CodeRefusal.NotJpqr());
        }
        String level1 = parts.value("01").orElse("");
        String level2 = parts.value("02").orElse("");
        String level3 = parts.value("03").orElse("");
        String level4 = parts.value("04").orElse("");
        if (parts.objects().size() != 5 || !JpqrShop.fits(level1, level2, level3, level4)) {
            throw new Stop(new CodeRefusal.WrongForm("26"));
        }
        return new JpqrShop(level1, level2, level3, level4);
    }

    private static OptionalLong yen(DataObjects.Cut.Whole objects) {
        // Yen have no decimals; a point without digits behind it is allowed by EMVCo and by nobody here.
        return optional(objects, "54", value -> Digits.are(value, 1, LONGEST_YEN) && !value.startsWith("0"))
                .map(digits -> OptionalLong.of(Long.parseLong(digits)))
                .orElse(OptionalLong.empty());
    }

    private static Optional<LocalName> localName(DataObjects.Cut.Whole objects) {
        return objects.value("64").map(template -> {
            var parts = within("64", template);
            String language = parts.value("00").orElse("");
            String name = parts.value("01").orElse("");
            Optional<String> city = parts.value("02");
            if (!LocalName.fits(language, name, city) || parts.objects().size() != (city.isPresent() ? 3 : 2)) {
                throw new Stop(new CodeRefusal.WrongForm("64"));
            }
            return new LocalName(language, name, city);
        });
    }

    private static List<DataObject> additional(DataObjects.Cut.Whole objects) {
        return objects.value("62")
                .map(template -> {
                    var parts = within("62", template).objects();
                    if (!parts.stream().allMatch(MerchantCode::isAdditional)) {
                        throw new Stop(new CodeRefusal.WrongForm("62"));
                    }
                    return parts;
                })
                .orElse(List.of());
    }

    private static String template(LocalName local) {
        var parts = new ArrayList<DataObject>();
        parts.add(new DataObject("00", local.language()));
        parts.add(new DataObject("01", local.name()));
        local.city().ifPresent(city -> parts.add(new DataObject("02", city)));
        return DataObjects.written(parts);
    }

    private static String required(DataObjects.Cut.Whole objects, String id, Predicate<String> form) {
        return optional(objects, id, form).orElseThrow(() -> new Stop(new CodeRefusal.Missing(id)));
    }

    private static String valid(DataObjects.Cut.Whole objects, String id, String otherwise, Predicate<String> form) {
        return optional(objects, id, form).orElse(otherwise);
    }

    private static Optional<String> optional(DataObjects.Cut.Whole objects, String id, Predicate<String> form) {
        Optional<String> value = objects.value(id);
        if (value.isPresent() && !form.test(value.get())) {
            throw new Stop(new CodeRefusal.WrongForm(id));
        }
        return value;
    }

    private static DataObjects.Cut.Whole within(String id, String template) {
        return switch (DataObjects.cut(template)) {
            case DataObjects.Cut.Whole whole -> whole;
            case DataObjects.Cut.Refused _ -> throw new Stop(new CodeRefusal.WrongForm(id));
        };
    }

    private static DataObjects.Cut.Whole whole(DataObjects.Cut cut) {
        return switch (cut) {
            case DataObjects.Cut.Whole whole -> whole;
            case DataObjects.Cut.Refused(var reason) -> throw new Stop(reason);
        };
    }

    /** Reading ends here. It does not leave this class. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient CodeRefusal reason;

        Stop(CodeRefusal reason) {
            super(null, null, false, false);
            this.reason = reason;
        }
    }
}
