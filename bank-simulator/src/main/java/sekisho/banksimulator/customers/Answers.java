package sekisho.banksimulator.customers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import sekisho.banksimulator.books.Account;
import sekisho.banksimulator.books.BankBooks;
import sekisho.banksimulator.profile.Ask;

/** Checks answers against what the bank knows of a customer. */
final class Answers {
    private final Customer customer;
    private final Device device;
    private final BankBooks books;
    private final Challenge challenge;

    /** @param challenge what was sent or asked for in this identification */
    Answers(Customer customer, Device device, BankBooks books, Challenge challenge) {
        this.customer = customer;
        this.device = device;
        this.books = books;
        this.challenge = challenge;
    }

    /** Whether all of them are right. */
    boolean areRight(Map<Ask, String> answers, Instant now) {
        boolean right = true;
        for (var answer : answers.entrySet()) {
            right &= isRight(answer.getKey(), answer.getValue(), now);
        }
        return right;
    }

    private boolean isRight(Ask ask, String answer, Instant now) {
        return switch (ask) {
            case BRANCH -> same(answer, account().branch());
            case ACCOUNT -> same(answer, account().number());
            case LOGIN -> same(answer, customer.login());
            case NAME_KANA -> same(kana(answer), kana(customer.person().kana()));
            case CARD_PIN -> same(answer, customer.cardPin());
            case BIRTH_DATE -> same(answer, customer.person().birthDate().toString());
            case PHONE_TAIL -> same(answer, tail(customer.person().phone()));
            case LAST_BALANCE -> same(answer, Long.toString(balance()));
            case PASSWORD -> same(answer, customer.password());
            case GRID_CARD ->
                same(answer, challenge.fields().stream().map(device::field).reduce("", String::concat));
            case SMS_CODE -> challenge.takes(answer, now);
            case APP_CODE, TOKEN_CODE -> device.takes(ask, answer, now);
            // Nobody signs in with what only a signed-in customer sees.
            case STATEMENT_CODE -> false;
            case CALL_BACK, APP_APPROVAL, APP_FACE -> device.answer(challenge.id()) == Approval.Answer.YES;
        };
    }

    static boolean isSameName(String one, String other) {
        return same(kana(one), kana(other));
    }

    /** Names are compared without blanks and dots, small kana as large ones, as banks write them. */
    private static String kana(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s・]", "");
        var large = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            int small = "ァィゥェォッャュョヮ".indexOf(c);
            large.append(small < 0 ? c : "アイウエオツヤユヨワ".charAt(small));
        }
        return large.toString().toUpperCase(Locale.ROOT);
    }

    private HeldAccount account() {
        return customer.accounts().getFirst();
    }

    private long balance() {
        return books.account(account().token()).map(Account::balance).orElse(-1L);
    }

    private static String tail(String phone) {
        return phone.substring(phone.length() - 4);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
