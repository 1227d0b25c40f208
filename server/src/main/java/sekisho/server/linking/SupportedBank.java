package sekisho.server.linking;

import java.net.URI;
import sekisho.protocol.BankId;

/**
 * A bank whose accounts can be linked.
 *
 * @param kana full-width katakana, for searching
 * @param issuer where its pages are, without a slash at the end
 * @param minutes about how long a customer is there
 */
public record SupportedBank(BankId bank, String nameJa, String nameEn, String kana, URI issuer, int minutes) {}
