package sekisho.banksimulator.pages;

import sekisho.banksimulator.books.Linking;

/**
 * What a customer came for by themselves.
 *
 * @param linkings whether it was to say if they linked a wallet; else to see their account
 * @param notice the key that stands in the notice which they followed; empty: none
 */
record Errand(boolean linkings, String notice) {
    static final Errand NONE = new Errand(false, "");

    /** Whether they followed the notice of a linking: who has it has read what the bank sent its holder. */
    boolean follows(Office office, Linking linking) {
        return Secrets.same(notice, office.noticeKey(linking));
    }
}
