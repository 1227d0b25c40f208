package sekisho.identity.passport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import sekisho.identity.Gender;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Refusal;

/**
 * A passport's machine-readable zone of two lines with 44 characters (TD3; ICAO Doc 9303-4, section 4.2).
 *
 * @param issuer three letters, the issuing state
 * @param name surname first, blanks between the parts
 * @param expiry the last day
 */
record MachineReadableZone(String issuer, String name, LocalDate birthDate, Gender gender, LocalDate expiry) {
    private static final int LINE = 44;
    private static final Pattern CHARACTERS = Pattern.compile("P[A-Z0-9<]{87}");
    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");
    private static final int[] WEIGHTS = {7, 3, 1};

    /**
     * Reads EF.DG1 (tag 61, in it 5F1F).
     *
     * @param today tells the century of a birth date, whose year has two digits
     */
    static MachineReadableZone read(byte[] dataGroup1, LocalDate today) throws Refusal {
        String zone = new String(Tlv.value(Tlv.value(dataGroup1, 0x61), 0x5F1F), ISO_8859_1);
        if (!CHARACTERS.matcher(zone).matches()) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
        String line = zone.substring(LINE);
        check(line.substring(0, 9), line.charAt(9));
        check(line.substring(13, 19), line.charAt(19));
        check(line.substring(21, 27), line.charAt(27));
        // The check digit of an empty optional field may be a filler.
        if (!line.substring(28, 43).equals("<".repeat(15))) {
            check(line.substring(28, 42), line.charAt(42));
        }
        check(line.substring(0, 10) + line.substring(13, 20) + line.substring(21, 43), line.charAt(43));
        String name = zone.substring(5, LINE).replaceAll("<+", " ").strip();
        if (name.isEmpty()) {
            throw new Refusal(IdentityRefusal.ATTRIBUTE_MISSING);
        }
        return new MachineReadableZone(
                zone.substring(2, 5).replace("<", ""),
                name,
                birthDate(line.substring(13, 19), today),
                gender(line.charAt(20)),
                date(line.substring(21, 27), 2000));
    }

    private static void check(String field, char digit) throws Refusal {
        if (checkDigit(field) != digit) {
            throw new Refusal(IdentityRefusal.CHECK_DIGIT_WRONG);
        }
    }

    /** Weights 7, 3, 1; digits count as they are, letters from 10, fillers 0; modulo 10 (Doc 9303-3, section 4.9). */
    static char checkDigit(String field) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            int value = c == '<' ? 0 : Character.digit(c, 36);
            sum += value * WEIGHTS[i % 3];
        }
        return (char) ('0' + sum % 10);
    }

    private static LocalDate birthDate(String digits, LocalDate today) throws Refusal {
        // An unknown month or day is written with fillers: such a date cannot be compared.
        if (digits.indexOf('<') >= 0) {
            throw new Refusal(IdentityRefusal.ATTRIBUTE_MISSING);
        }
        int yearsAgo = Math.floorMod(
                today.getYear() - Integer.parseInt(sixDigits(digits).substring(0, 2)), 100);
        LocalDate latest = date(digits, today.getYear() - yearsAgo - yearOfCentury(digits));
        return latest.isAfter(today) ? latest.minusYears(100) : latest;
    }

    private static int yearOfCentury(String digits) {
        return Integer.parseInt(digits.substring(0, 2));
    }

    private static LocalDate date(String digits, int century) throws Refusal {
        String plain = sixDigits(digits);
        try {
            return LocalDate.of(
                    century + yearOfCentury(plain),
                    Integer.parseInt(plain.substring(2, 4)),
                    Integer.parseInt(plain.substring(4)));
        } catch (DateTimeException _) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
    }

    private static String sixDigits(String digits) throws Refusal {
        if (!SIX_DIGITS.matcher(digits).matches()) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
        return digits;
    }

    private static Gender gender(char letter) {
        return switch (letter) {
            case 'F' -> Gender.FEMALE;
            case 'M' -> Gender.MALE;
            default -> Gender.NOT_STATED;
        };
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "MachineReadableZone[" + issuer + "]";
    }
}
