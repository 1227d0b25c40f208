package sekisho.bank.redirect;

import java.util.random.RandomGenerator;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.OperationId;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

/** Makes up what statements are about. */
final class Terms {
    private Terms() {}

    static StatementTerms next(String bank, RandomGenerator random) {
        return new StatementTerms(
                BookId.FIRST,
                new BankId(Integer.parseInt(bank)),
                1,
                new WalletId(random.nextLong() >>> 1 | 1),
                token(random),
                new OperationId(random.nextLong(), random.nextLong() | 1),
                token(random),
                token(random));
    }

    static Token token(RandomGenerator random) {
        return new Token(random.nextLong(), random.nextLong() | 1);
    }
}
