package sekisho.bank.description;

import java.util.Locale;

/** The connector that speaks with a bank. */
public enum Rail {
    /** Our signed request, the bank's own pages, its signed result ({@code sekisho.bank.redirect}). */
    WEB_MANDATE(1),
    /** OpenID Connect by the FAPI 2.0 security profile ({@code sekisho.bank.fapi}). */
    FAPI(2),
    /** Approved in the bank's app, without a redirect ({@code sekisho.bank.backchannel}, as those that follow). */
    DECOUPLED(3),
    /** A code in the statement text of a tiny deposit. */
    DEPOSIT_CODE(4),
    /** Zengin's files of mandates and debits, 120 bytes a record. */
    DIRECT_DEBIT_FILE(5);

    private final int method;

    Rail(int method) {
        this.method = method;
    }

    /** The number that the engine knows the connector by, 1 to 255; for life. */
    public int method() {
        return method;
    }

    /** The word in descriptions. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
