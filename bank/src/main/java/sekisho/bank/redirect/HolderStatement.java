package sekisho.bank.redirect;

import java.time.Instant;

/**
 * What a bank says of a link after the visit: that its holder was told, or what the holder says.
 *
 * @param number 1, 2, 3, … at this bank for us, without gaps
 * @param at when it came to be; the statement itself is signed when it is asked for
 */
public record HolderStatement(long number, Instant at, SignedStatement statement) {
    public HolderStatement {
        if (number < 1) {
            throw new IllegalArgumentException("statements are numbered from 1");
        }
    }
}
