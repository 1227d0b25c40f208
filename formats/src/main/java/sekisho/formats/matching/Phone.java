package sekisho.formats.matching;

import java.util.Optional;

/** Telephone numbers of Japan: 090-1234-5678, +81 90 1234 5678, 03(1234)5678. */
final class Phone {
    private Phone() {}

    static MatchCode compare(String verified, String held) {
        Optional<String> ours = read(verified);
        Optional<String> theirs = read(held);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return MatchCode.NOAP;
        }
        return ours.equals(theirs) ? MatchCode.MTCH : MatchCode.NMTC;
    }

    /** Eleven digits where the third is 0 (mobile, IP), ten elsewhere, one 0 at the beginning; empty if it is no such number. */
    static Optional<String> read(String text) {
        String number = Text.withoutGaps(Text.unified(text));
        String domestic =
                number.startsWith("+81") ? "0" + number.substring(3).replaceFirst("^\\(0\\)|^-?0?", "") : number;
        var digits = new StringBuilder(domestic.length());
        for (int i = 0; i < domestic.length(); i++) {
            char c = domestic.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (!Text.isDash(c) && "().".indexOf(c) < 0) {
                return Optional.empty();
            }
        }
        boolean isNumber = digits.length() >= 10
                && digits.length() == (digits.charAt(2) == '0' ? 11 : 10)
                && digits.charAt(0) == '0'
                && digits.charAt(1) != '0';
        return isNumber ? Optional.of(digits.toString()) : Optional.empty();
    }
}
