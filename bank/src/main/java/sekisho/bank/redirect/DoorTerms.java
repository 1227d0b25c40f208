package sekisho.bank.redirect;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.OperationId;
import sekisho.protocol.Token;

/**
 * What a bank's statement about somebody at the front door is to be about: no wallet and no person, for nobody is known.
 *
 * @param key the number of the key with which the bank signs for us and for nobody else, 1 to 65,535
 * @param visit the engine's name for who knocked
 * @param session the browser session that goes to the bank
 * @param nonce of this visit
 */
public record DoorTerms(BookId book, BankId bank, int key, OperationId visit, Token session, Token nonce) {
    private static final int LARGEST_KEY = 0xFFFF;
    private static final HexFormat HEX = HexFormat.of();

    public DoorTerms {
        if (key < 1 || key > LARGEST_KEY) {
            throw new IllegalArgumentException("a key's number is 1 to 65535");
        }
        if (!session.names() || !nonce.names() || visit.equals(OperationId.NONE)) {
            throw new IllegalArgumentException("a statement of the door names a visit, a session and a nonce");
        }
    }

    /** As requests and statements have them. */
    Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("book", HEX.toHexDigits((long) book.value()));
        claims.put("bank", HEX.toHexDigits((long) bank.code()));
        claims.put("key", key);
        claims.put("visit", hex(visit.high(), visit.low()));
        claims.put("session", hex(session.high(), session.low()));
        claims.put("nonce", hex(nonce.high(), nonce.low()));
        return claims;
    }

    private static String hex(long high, long low) {
        return HEX.toHexDigits(high) + HEX.toHexDigits(low);
    }
}
