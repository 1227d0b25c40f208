package sekisho.identity.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import sekisho.identity.Octets;

/** Writes machine-readable zones and the outer layer of a chip's files. */
final class DemoZone {
    private static final DateTimeFormatter SIX_DIGITS = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final int[] WEIGHTS = {7, 3, 1};

    private DemoZone() {}

    static Octets dataGroup1(DemoTraveller traveller) {
        return Octets.of(object(0x61, object(0x5F1F, zone(traveller).getBytes(US_ASCII))));
    }

    private static String zone(DemoTraveller traveller) {
        String names = filled("P<UTO" + traveller.surname() + "<<" + traveller.givenNames(), 44);
        String number = checked(filled(traveller.number(), 9));
        String birth = checked(six(traveller.birthDate()));
        String sex = switch (traveller.gender()) {
            case FEMALE -> "F";
            case MALE -> "M";
            case NOT_STATED -> "<";
        };
        String expiry = checked(six(traveller.expiry()));
        String optional = checked("<".repeat(14));
        String line = number + "UTO" + birth + sex + expiry + optional;
        return names + line + digit(number + birth + expiry + optional);
    }

    /** An object of one tag, one or two bytes, and a value below 64 KiB. */
    static byte[] object(int tag, byte[] value) {
        var bytes = new ByteArrayOutputStream();
        if (tag > 0xFF) {
            bytes.write(tag >> 8);
        }
        bytes.write(tag);
        if (value.length > 0xFF) {
            bytes.write(0x82);
            bytes.write(value.length >> 8);
        } else if (value.length > 0x7F) {
            bytes.write(0x81);
        }
        bytes.write(value.length);
        bytes.writeBytes(value);
        return bytes.toByteArray();
    }

    private static String six(LocalDate date) {
        return SIX_DIGITS.format(date);
    }

    private static String filled(String text, int length) {
        return (text + "<".repeat(length)).substring(0, length);
    }

    private static String checked(String field) {
        return field + digit(field);
    }

    private static int digit(String field) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            int value = Math.max(0, Character.digit(field.charAt(i), 36));
            sum += value * WEIGHTS[i % 3];
        }
        return sum % 10;
    }
}
