package sekisho.formats.japanpost;

import static sekisho.formats.japanpost.ConversionRefusal.ACCOUNT_NOT_CURRENT;
import static sekisho.formats.japanpost.ConversionRefusal.ACCOUNT_NOT_SEVEN_DIGITS;
import static sekisho.formats.japanpost.ConversionRefusal.ACCOUNT_ZERO;
import static sekisho.formats.japanpost.ConversionRefusal.BRANCH_NOT_THREE_DIGITS;
import static sekisho.formats.japanpost.ConversionRefusal.BRANCH_OF_NO_KIND;
import static sekisho.formats.japanpost.ConversionRefusal.CHECK_DIGIT_WRONG;
import static sekisho.formats.japanpost.ConversionRefusal.NUMBER_NOT_CURRENT;
import static sekisho.formats.japanpost.ConversionRefusal.NUMBER_NOT_ORDINARY;
import static sekisho.formats.japanpost.ConversionRefusal.NUMBER_ZERO;
import static sekisho.formats.japanpost.ConversionRefusal.SYMBOL_NOT_ENDING_IN_ZERO;
import static sekisho.formats.japanpost.ConversionRefusal.SYMBOL_NOT_FIVE_DIGITS;
import static sekisho.formats.japanpost.ConversionRefusal.SYMBOL_OF_NO_KIND;

import sekisho.formats.Digits;

/** Converts between the symbol and number of a Japan Post Bank account and the branch and account number. */
public final class JapanPost {

    /** Japan Post Bank's code in the Zengin network. */
    public static final String BANK_CODE = "9900";

    private static final int CHECK_PLACE = 3;
    private static final int NUMBER_LENGTH = 8;
    private static final int CURRENT_LENGTH = 6;
    private static final int ACCOUNT_LENGTH = 7;

    private JapanPost() {}

    /** The branch and account number of a symbol and number. */
    public static Conversion ofSymbol(String symbol, String number) {
        String ofAccount = Digits.plain(symbol);
        if (!Digits.are(ofAccount, 5, 5)) {
            return refused(SYMBOL_NOT_FIVE_DIGITS);
        }
        if (!ofAccount.endsWith("0")) {
            return refused(SYMBOL_NOT_ENDING_IN_ZERO);
        }
        return switch (ofAccount.charAt(0)) {
            case '1' -> ordinary(ofAccount, Digits.plain(number));
            case '0' -> current(ofAccount, Digits.plain(number));
            default -> refused(SYMBOL_OF_NO_KIND);
        };
    }

    /** The symbol and number of a branch and account number. */
    public static Conversion ofBranch(String branch, String account) {
        String code = Digits.plain(branch);
        String digits = Digits.plain(account);
        if (!Digits.are(code, 3, 3)) {
            return refused(BRANCH_NOT_THREE_DIGITS);
        }
        if (!code.endsWith("8") && !code.endsWith("9")) {
            return refused(BRANCH_OF_NO_KIND);
        }
        if (!Digits.are(digits, ACCOUNT_LENGTH, ACCOUNT_LENGTH)) {
            return refused(ACCOUNT_NOT_SEVEN_DIGITS);
        }
        String number = Digits.withoutLeadingZeros(digits);
        if (number.isEmpty()) {
            return refused(ACCOUNT_ZERO);
        }
        if (code.endsWith("8")) {
            return ofSymbol(symbol('1', code, number + "1"), number + "1");
        }
        return number.length() > CURRENT_LENGTH
                ? refused(ACCOUNT_NOT_CURRENT)
                : ofSymbol(symbol('0', code, number), number);
    }

    private static Conversion ordinary(String symbol, String number) {
        if (!Digits.are(number, 2, NUMBER_LENGTH) || !number.endsWith("1")) {
            return refused(NUMBER_NOT_ORDINARY);
        }
        String own = Digits.withoutLeadingZeros(number);
        String account = own.substring(0, own.length() - 1);
        return account.isEmpty() ? refused(NUMBER_ZERO) : checked(symbol, own, AccountType.ORDINARY, account);
    }

    private static Conversion current(String symbol, String number) {
        if (!Digits.are(number, 1, CURRENT_LENGTH)) {
            return refused(NUMBER_NOT_CURRENT);
        }
        String own = Digits.withoutLeadingZeros(number);
        return own.isEmpty() ? refused(NUMBER_ZERO) : checked(symbol, own, AccountType.CURRENT, own);
    }

    private static Conversion checked(String symbol, String number, AccountType type, String account) {
        if (symbol.charAt(CHECK_PLACE) != checkDigit(symbol, number)) {
            return refused(CHECK_DIGIT_WRONG);
        }
        String branch = symbol.substring(1, CHECK_PLACE) + (type == AccountType.ORDINARY ? '8' : '9');
        return new Conversion.Converted(
                new SymbolAndNumber(symbol, number),
                new BranchAndAccount(branch, type, Digits.padded(account, ACCOUNT_LENGTH)));
    }

    private static String symbol(char kind, String branch, String number) {
        String unchecked = kind + branch.substring(0, 2) + "00";
        return unchecked.substring(0, CHECK_PLACE) + checkDigit(unchecked, number) + '0';
    }

    /**
     * The check digit of a symbol and number: the thirteen digits of both (a 0 in the check digit's place, the number
     * padded to eight) weighted 1, 3, 2, 1, 3, 2 and so on, two-digit products of the weight 2 counted by the sum of
     * their digits; the last digit of the sum.
     */
    private static char checkDigit(String symbol, String number) {
        String digits = symbol.substring(0, CHECK_PLACE) + "00" + Digits.padded(number, NUMBER_LENGTH);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            sum += switch (i % 3) {
                case 0 -> digit;
                case 1 -> 3 * digit;
                default -> digit < 5 ? 2 * digit : 2 * digit - 9;
            };
        }
        return (char) ('0' + sum % 10);
    }

    private static Conversion refused(ConversionRefusal reason) {
        return new Conversion.Refused(reason);
    }
}
