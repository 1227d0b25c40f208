package sekisho.server.demo;

import sekisho.bank.AccountToken;
import sekisho.protocol.BankId;

/**
 * An account that takings go to.
 *
 * @param token by which the bank credits it
 * @param number branch, kind and number
 * @param shown masked
 */
public record DemoAccount(BankId bank, AccountToken token, String number, String shown) {

    /** Without what would be personal data. */
    @Override
    public String toString() {
        return "DemoAccount[" + bank + "]";
    }
}
