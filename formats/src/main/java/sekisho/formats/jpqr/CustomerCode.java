package sekisho.formats.jpqr;

import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import sekisho.formats.Digits;

/**
 * The code that a customer shows at a till: a random number for one payment, which says nothing about the customer.
 *
 * <p>Scanned it is EMVCo's consumer-presented payload in Base64: the payload format indicator (85: CPV01), then an
 * application template (61) with our application's name (4F; it begins with F, so it is proprietary by ISO/IEC 7816-5),
 * its label (50) and the number (5A, two digits a byte). Typed it is the number alone.
 *
 * @param number 16 digits: 88, then 13 random ones, then a check digit (Luhn)
 */
public record CustomerCode(String number) {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int LENGTH = 16;
    private static final int LONGEST = 512;
    private static final String PREFIX = "88";
    private static final long NUMBERS = 10_000_000_000_000L;
    private static final BerObject FORMAT = new BerObject("85", "4350563031");
    private static final BerObject APPLICATION = new BerObject("4F", "F053454B4953484F");
    private static final BerObject LABEL = new BerObject("50", "53454B4953484F");

    public CustomerCode {
        if (!Digits.are(number, LENGTH, LENGTH) || !number.startsWith(PREFIX) || !checks(number)) {
            throw new IllegalArgumentException("a customer's code is 88, 13 digits and their check digit");
        }
    }

    /** A new number. */
    public static CustomerCode next(RandomGenerator secureRandom) {
        String unchecked = PREFIX + Digits.padded(Long.toString(secureRandom.nextLong(NUMBERS)), 13);
        return new CustomerCode(unchecked + checkDigit(unchecked));
    }

    /** The number in four groups, to be read aloud or typed. */
    public String spoken() {
        return number.replaceAll("(....)(?!$)", "$1 ");
    }

    /** What the QR picture holds. */
    public String encode() {
        String template = APPLICATION.written() + LABEL.written() + new BerObject("5A", number).written();
        String payload = FORMAT.written() + new BerObject("61", template).written();
        return Base64.getEncoder().encodeToString(HEX.parseHex(payload));
    }

    /** Reads what was scanned, or a number that was typed, with blanks and dashes or without. */
    public static CustomerReading read(String scannedOrTyped) {
        String text = scannedOrTyped.strip();
        if (text.isEmpty()) {
            return refused(new CodeRefusal.Empty());
        }
        if (text.length() > LONGEST) {
            return refused(new CodeRefusal.TooLong(text.length(), LONGEST));
        }
        String typed = Digits.plain(text).replaceAll("[\\s-]", "");
        return Digits.are(typed, 1, LONGEST) ? number(typed) : scanned(text);
    }

    private static CustomerReading number(String digits) {
        if (!Digits.are(digits, LENGTH, LENGTH)) {
            return refused(new CodeRefusal.WrongForm("5A"));
        }
        if (!checks(digits)) {
            return refused(new CodeRefusal.BadCheckDigit());
        }
        return digits.startsWith(PREFIX)
                ? new CustomerReading.Read(new CustomerCode(digits))
                : refused(new CodeRefusal.NotOurs());
    }

    private static CustomerReading scanned(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return refused(new CodeRefusal.Malformed(0));
        }
        Optional<List<BerObject>> cut = BerObject.cut(bytes);
        if (cut.isEmpty() || cut.get().isEmpty()) {
            return refused(new CodeRefusal.Malformed(0));
        }
        List<BerObject> objects = cut.get();
        if (!objects.getFirst().equals(FORMAT)) {
            return refused(new CodeRefusal.OutOfPlace("85"));
        }
        List<BerObject> templates = objects.subList(1, objects.size());
        if (templates.stream().noneMatch(object -> object.tag().equals("61"))) {
            return refused(new CodeRefusal.Missing("61"));
        }
        // A payload may offer several applications, one of which may be ours.
        for (BerObject template : templates) {
            if (template.tag().equals("85")) {
                return refused(new CodeRefusal.Repeated("85"));
            }
            if (template.tag().equals("61")) {
                Optional<List<BerObject>> parts = BerObject.cut(template.bytes());
                if (parts.isEmpty()) {
                    return refused(new CodeRefusal.WrongForm("61"));
                }
                if (parts.get().contains(APPLICATION)) {
                    return application(parts.get());
                }
            }
        }
        return refused(new CodeRefusal.NotOurs());
    }

    private static CustomerReading application(List<BerObject> parts) {
        var seen = new HashSet<String>();
        for (BerObject part : parts) {
            if (!seen.add(part.tag())) {
                return refused(new CodeRefusal.Repeated(part.tag()));
            }
        }
        return parts.stream()
                .filter(part -> part.tag().equals("5A"))
                .findFirst()
                .map(part -> number(part.value()))
                .orElseGet(() -> refused(new CodeRefusal.Missing("5A")));
    }

    private static boolean checks(String digits) {
        return checkDigit(digits.substring(0, LENGTH - 1)) == digits.charAt(LENGTH - 1);
    }

    /** Luhn: every second digit from the right counts double, by the sum of its digits. */
    private static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 1 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    private static CustomerReading refused(CodeRefusal reason) {
        return new CustomerReading.Refused(reason);
    }
}
