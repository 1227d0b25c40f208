package sekisho.bank.redirect;

import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankResult;
import sekisho.protocol.Signature;

/**
 * The bank's word as the engine takes it. Its reader has checked it against what was asked and against the bank's
 * published key; the engine does so again with the key that it trusts.
 */
public record SignedStatement(BankResult result, Signature signature) {

    /** Whether the bank found the same person, or nearly so. */
    boolean matches() {
        return result.answer() == BankAnswer.MTCH || result.answer() == BankAnswer.CMTC;
    }
}
