package sekisho.server.linking;

import sekisho.bank.description.Rail;

/** What somebody does to be identified at a bank, as the pages show it. */
enum Way {
    /** Goes to the bank's own pages. */
    REDIRECT,
    /** Goes to the bank's own login, by FAPI 2.0. */
    FAPI,
    /** Picks a number in the bank's app. */
    APP,
    /** Reads a code on the account's statement. */
    CODE,
    /** Waits for the bank's answer to a file, and for its call. */
    FILE;

    static Way to(SupportedBank bank) {
        int method = bank.method();
        if (bank.speaksFapi()) {
            return FAPI;
        }
        if (method == Rail.DECOUPLED.method()) {
            return APP;
        }
        if (method == Rail.DEPOSIT_CODE.method()) {
            return CODE;
        }
        return method == Rail.DIRECT_DEBIT_FILE.method() ? FILE : REDIRECT;
    }

    /** Whether the browser goes to the bank, so that nothing about the account is typed here. */
    boolean byBrowser() {
        return switch (this) {
            case REDIRECT, FAPI -> true;
            case APP, CODE, FILE -> false;
        };
    }

    /** The word in the names of texts. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The bank's word for it, where no browser goes there. */
    String rail() {
        return switch (this) {
            case FAPI -> Rail.FAPI.word();
            case REDIRECT -> Rail.WEB_MANDATE.word();
            case APP -> Rail.DECOUPLED.word();
            case CODE -> Rail.DEPOSIT_CODE.word();
            case FILE -> Rail.DIRECT_DEBIT_FILE.word();
        };
    }
}
