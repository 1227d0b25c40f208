package sekisho.bank.backchannel;

import java.net.URI;
import sekisho.bank.redirect.BankCalls;
import sekisho.protocol.BankId;

/**
 * A bank that is asked without a browser.
 *
 * @param issuer https, or http on loopback; without a slash at its end
 * @param rail the word of its rail. Only {@code decoupled}, {@code deposit-code} and {@code direct-debit-file} take requests; a
 *     notice of a deposit can be had from every bank
 * @param apiKey our secret there
 */
public record BackchannelBank(BankId id, URI issuer, String rail, String apiKey) {
    public BackchannelBank {
        BankCalls.requireSafe(issuer);
        if (!rail.matches("[a-z-]{1,32}")) {
            throw new IllegalArgumentException("a rail is a word of small letters and dashes");
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "BackchannelBank[" + issuer + ", " + rail + "]";
    }
}
