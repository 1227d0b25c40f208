package sekisho.banksimulator.redirect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import sekisho.banksimulator.books.StatementAnswer;
import sekisho.banksimulator.books.StatementPurpose;
import sekisho.banksimulator.books.StatementTerms;

/**
 * What a bank says about one account to an operator's engine (docs/bank-redirect.md, section 6).
 *
 * @param account the account's name for this operator, 32 hexadecimal digits
 * @param expires when it is worth nothing any more (ms since 1970)
 */
public record Statement(
        StatementTerms terms, String account, StatementPurpose purpose, StatementAnswer answer, long expires) {
    private static final String NAME = "sekisho-bank-result-1";

    /** The bytes that are signed: the name, a zero byte, and words of eight bytes. */
    public byte[] canonical() {
        String words = terms.book()
                + terms.bank()
                + word(terms.key())
                + terms.wallet()
                + terms.person()
                + terms.link()
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
        members.put("wallet", terms.wallet());
        members.put("person", terms.person());
        members.put("link", terms.link());
        members.put("session", terms.session());
        members.put("account", account);
        members.put("nonce", terms.nonce());
        members.put("purpose", purpose.word());
        members.put("answer", answer.name());
        members.put("expires", expires);
        members.put("signature", Base64.getUrlEncoder().withoutPadding().encodeToString(sign(key, canonical())));
        return members;
    }

    /** r and s, 32 bytes each: as in a JWS. */
    static byte[] sign(ECKey key, byte[] bytes) {
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(key.toECPrivateKey());
            signer.update(bytes);
            return signer.sign();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("every Java platform signs with P-256", e);
        }
    }

    private static String word(long value) {
        return HexFormat.of().toHexDigits(value);
    }
}
