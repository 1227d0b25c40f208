package sekisho.bank.redirect;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.OperationId;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

/**
 * What a bank's statement is to be about: words that say nothing to the bank, and that it signs beside its own answer.
 *
 * @param key the number of the key with which the bank signs for us and for nobody else, 1 to 65,535
 * @param person whose verified attributes are compared
 * @param session the browser session that goes to the bank
 * @param nonce of this attempt
 */
public record StatementTerms(
        BookId book,
        BankId bank,
        int key,
        WalletId wallet,
        Token person,
        OperationId link,
        Token session,
        Token nonce) {
    private static final int LARGEST_KEY = 0xFFFF;
    private static final HexFormat HEX = HexFormat.of();

    public StatementTerms {
        if (key < 1 || key > LARGEST_KEY) {
            throw new IllegalArgumentException("a key's number is 1 to 65535");
        }
        if (!person.names() || !session.names() || !nonce.names() || link.equals(OperationId.NONE)) {
            throw new IllegalArgumentException("a statement names a person, a link, a session and a nonce");
        }
    }

    /** As requests and statements have them. */
    Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("book", HEX.toHexDigits((long) book.value()));
        claims.put("bank", HEX.toHexDigits((long) bank.code()));
        claims.put("key", key);
        claims.put("wallet", HEX.toHexDigits(wallet.value()));
        claims.put("person", hex(person.high(), person.low()));
        claims.put("link", hex(link.high(), link.low()));
        claims.put("session", hex(session.high(), session.low()));
        claims.put("nonce", hex(nonce.high(), nonce.low()));
        return claims;
    }

    private static String hex(long high, long low) {
        return HEX.toHexDigits(high) + HEX.toHexDigits(low);
    }
}
