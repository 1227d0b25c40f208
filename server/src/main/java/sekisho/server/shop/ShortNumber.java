package sekisho.server.shop;

import java.util.random.RandomGenerator;

/** Short numbers that people type: a first digit that says what it is, random digits, a check digit (Luhn). */
final class ShortNumber {
    private ShortNumber() {}

    /** A new number of so many digits. */
    static String next(RandomGenerator random, char first, int digits) {
        var text = new StringBuilder(digits).append(first);
        while (text.length() < digits - 1) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.append((char) ('0' + (10 - sum(text, true)) % 10)).toString();
    }

    /** Whether these are so many digits with that first one, and the last one fits. */
    static boolean fits(String text, char first, int digits) {
        return text.length() == digits
                && text.charAt(0) == first
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && sum(text, false) == 0;
    }

    /** Luhn's sum modulo 10; every second digit from the right counts twice. */
    private static int sum(CharSequence digits, boolean lastIsTwice) {
        int sum = 0;
        boolean twice = lastIsTwice;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = (digits.charAt(i) - '0') * (twice ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            twice = !twice;
        }
        return sum % 10;
    }
}
