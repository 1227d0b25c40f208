package sekisho.bank.backchannel;

import sekisho.bank.redirect.LinkRequest;
import sekisho.bank.redirect.Purpose;

/**
 * What we ask a bank for ourselves, without a browser.
 *
 * @param asked what is asked for, to link or to identify again, with what the statement is to be about; its {@code returnTo}
 *     is not sent
 * @param account whom the bank is to ask
 * @param holder the account's name in kana, as it stands on the passbook, 1 to 40 characters; empty where the rail has none
 */
public record BackchannelRequest(LinkRequest asked, NamedAccount account, String holder) {
    private static final int LONGEST_NAME = 40;

    public BackchannelRequest {
        if (asked.statement().isEmpty()) {
            throw new IllegalArgumentException("a request without a browser asks for a statement");
        }
        if (asked.purpose() != Purpose.LINK && asked.purpose() != Purpose.REVERIFY) {
            throw new IllegalArgumentException("without a browser accounts are linked and identified again, no more");
        }
        if (holder.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name on a passbook has at most 40 characters");
        }
    }

    /** A request to a rail that has no name. */
    public BackchannelRequest(LinkRequest asked, NamedAccount account) {
        this(asked, account, "");
    }

    /** Without personal data. */
    @Override
    public String toString() {
        return "BackchannelRequest[" + asked + "]";
    }
}
