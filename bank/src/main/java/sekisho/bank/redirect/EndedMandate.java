package sekisho.bank.redirect;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import sekisho.bank.AccountToken;

/**
 * A mandate that has ended at the bank: nothing is debited or credited under it any more.
 *
 * @param number 1, 2, 3, … at this bank for us, without gaps
 */
public record EndedMandate(long number, AccountToken mandate, Instant at, By by) {
    public EndedMandate {
        if (number < 1) {
            throw new IllegalArgumentException("ended mandates are numbered from 1");
        }
    }

    /** Who ended it. */
    public enum By {
        CUSTOMER("customer"),
        OPERATOR("operator"),
        BANK("bank");

        private final String word;

        By(String word) {
            this.word = word;
        }

        static Optional<By> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
        }
    }

    static EndedMandate of(Claims claims) {
        return new EndedMandate(
                claims.number("number"),
                AccountToken.parse(claims.text("mandate")),
                Instant.ofEpochMilli(claims.number("at")),
                claims.word("by", By::of));
    }
}
