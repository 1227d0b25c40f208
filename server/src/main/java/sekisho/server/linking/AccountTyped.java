package sekisho.server.linking;

import org.jspecify.annotations.Nullable;
import sekisho.bank.backchannel.NamedAccount;
import sekisho.formats.Digits;
import sekisho.formats.zengin.ZenginText;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Visit;

/**
 * An account as somebody typed it off their passbook. It goes to its bank and is kept nowhere.
 *
 * @param branch three digits
 * @param account seven digits
 * @param holder the name in kana
 */
public record AccountTyped(
        @Nullable String branch,
        @Nullable String account,
        @Nullable String holder) {
    static final AccountTyped NOTHING = new AccountTyped("", "", "");
    private static final int LONGEST_NAME = 30;

    public AccountTyped {
        // Full-width digits are how many people type numbers.
        branch = branch == null ? "" : Digits.plain(branch.strip());
        account = account == null ? "" : Digits.plain(account.strip());
        holder = holder == null ? "" : holder.strip();
    }

    /** What is wrong with it, where a bank is to be asked that way. */
    FormErrors wrong(Way way, Visit visit) {
        FormErrors wrong = FormErrors.NONE;
        if (way.byBrowser()) {
            return wrong;
        }
        if (!String.valueOf(branch).matches("[0-9]{3}")) {
            wrong = wrong.with("branch", visit.say("named.branch.form"));
        }
        if (!String.valueOf(account).matches("[0-9]{7}")) {
            wrong = wrong.with("account", visit.say("named.account.form"));
        }
        if (way == Way.FILE && !isName(String.valueOf(holder))) {
            wrong = wrong.with("holder", visit.say("named.holder.form"));
        }
        return wrong;
    }

    /** Whom the bank is to ask. */
    WithoutBrowser.Named named(Way way) {
        return new WithoutBrowser.Named(
                new NamedAccount(String.valueOf(branch), String.valueOf(account)),
                way == Way.FILE ? String.valueOf(holder) : "");
    }

    /** A name that a file of Zengin can carry. */
    private static boolean isName(String text) {
        return ZenginText.of(text)
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
                .isPresent();
    }

    /** Without personal data. */
    @Override
    public String toString() {
        return "AccountTyped[…]";
    }
}
