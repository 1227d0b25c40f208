package sekisho.banksimulator.redirect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.jwk.ECKey;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import sekisho.banksimulator.books.DoorTerms;
import sekisho.banksimulator.books.StatementAnswer;
import sekisho.banksimulator.books.StatementPurpose;

/**
 * What a bank says to an operator's engine about somebody at the operator's door (docs/bank-redirect.md, section 8).
 *
 * @param account the account's name for this operator, 32 hexadecimal digits
 * @param expires when it is worth nothing any more (ms since 1970)
 */
public record DoorStatement(
        DoorTerms terms, String account, StatementPurpose purpose, StatementAnswer answer, long expires) {
    private static final String NAME = "sekisho-door-result-1";

    /** The bytes that are signed: the name, a zero byte, and words of eight bytes. */
    public byte[] canonical() {
        String words = terms.book()
                + terms.bank()
                + word(terms.key())
                + terms.visit()
                + terms.session()
                + account
                + terms.nonce()
                + word(purpose.code())
                + word(answer.code())
                + word(expires);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(NAME.getBytes(US_ASCII));
        bytes.write(0);
        bytes.writeBytes(HexFormat.of().parseHex(words));
        return bytes.toByteArray();
    }

    /** The statement with its signature, as it is sent. */
    public Map<String, Object> signed(ECKey key) {
        var members = new LinkedHashMap<String, Object>();
        members.put("book", terms.book());
        members.put("bank", terms.bank());
        members.put("key", terms.key());
        members.put("visit", terms.visit());
        members.put("session", terms.session());
        members.put("account", account);
        members.put("nonce", terms.nonce());
        members.put("purpose", purpose.word());
        members.put("answer", answer.name());
        members.put("expires", expires);
        members.put(
                "signature", Base64.getUrlEncoder().withoutPadding().encodeToString(Statement.sign(key, canonical())));
        return members;
    }

    private static String word(long value) {
        return HexFormat.of().toHexDigits(value);
    }
}
