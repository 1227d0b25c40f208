package sekisho.server.linking;

import java.net.URI;
import sekisho.bank.description.Rail;
import sekisho.protocol.BankId;

/**
 * A bank whose accounts can be linked.
 *
 * @param kana full-width katakana, for searching
 * @param issuer where its pages are, without a slash at the end
 * @param minutes about how long a customer is there
 * @param method how it is reached: the engine's number of its rail
 * @param statementKey the number of the key with which it signs for our engine
 * @param depositCode whether its holders are told by a code on the statement
 */
public record SupportedBank(
        BankId bank,
        String nameJa,
        String nameEn,
        String kana,
        URI issuer,
        int minutes,
        int method,
        int statementKey,
        boolean depositCode) {

    /** A bank whose holders are told by the bank itself. */
    public SupportedBank(
            BankId bank,
            String nameJa,
            String nameEn,
            String kana,
            URI issuer,
            int minutes,
            int method,
            int statementKey) {
        this(bank, nameJa, nameEn, kana, issuer, minutes, method, statementKey, false);
    }

    /** A bank that is reached by a redirect to its pages, and knows one operator. */
    public SupportedBank(BankId bank, String nameJa, String nameEn, String kana, URI issuer, int minutes) {
        this(bank, nameJa, nameEn, kana, issuer, minutes, 1, 1);
    }

    /** What a customer does to be identified there: redirect, fapi, app, code or file. */
    public String way() {
        return Way.to(this).word();
    }

    /** Whether a browser goes there. */
    public boolean byBrowser() {
        return Way.to(this).byBrowser();
    }

    /** Whether it identifies its customers by FAPI 2.0. */
    public boolean speaksFapi() {
        return method == Rail.FAPI.method();
    }
}
