package sekisho.bank.backchannel;

import sekisho.bank.redirect.Reading;
import sekisho.formats.zengin.DebitResult;

/**
 * What a bank did with one mandate of a file.
 *
 * @param code in the file: DONE, or OTHER whatever the reason
 * @param reading the signed word beside it, held to its request; only this counts
 */
public record MandateResult(DebitResult code, Reading reading) {}
