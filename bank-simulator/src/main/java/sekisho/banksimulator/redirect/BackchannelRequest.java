package sekisho.banksimulator.redirect;

import sekisho.banksimulator.books.StatementTerms;

/**
 * What an operator asks for without a browser, checked (docs/bank-backchannel.md).
 *
 * @param asked what is asked for; its way back leads nowhere
 * @param terms what the bank's statement is to be about
 * @param branch three digits; whether there is such an account is not known yet
 * @param number seven digits
 * @param holder the account's name in kana; empty where the rail has none
 */
public record BackchannelRequest(
        MandateRequest asked, StatementTerms terms, String branch, String number, String holder) {

    /** What is named, as customers write it on forms. */
    public String identity() {
        return branch + number;
    }

    /** Without personal data. */
    @Override
    public String toString() {
        return "BackchannelRequest[" + asked + "]";
    }
}
