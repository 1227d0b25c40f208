package sekisho.browsertests.journey;

import com.microsoft.playwright.Locator;
import java.util.function.Consumer;
import sekisho.browsertests.browser.Window;

/**
 * A customer of a fictional bank, on the bank's own pages.
 *
 * @param bank the bank's base address, without a slash at its end
 * @param eye looks at pages that only such a journey sees
 */
public record BankAccount(Window window, String bank, Consumer<Window> eye) {

    /** Comes in, whatever the bank asks; ends at the statement. */
    public void signIn(Resident who) {
        String tag = window.look().language().tag();
        String path = java.net.URI.create(bank).getPath();
        int _ = window.go(java.net
                .URI
                .create(bank)
                .resolve("/banks/language?to=" + tag + "&back=" + path + "/")
                .toString());
        new BankCounter(bank, who.name(window.look().language())).signIn(window);
        eye.accept(window);
    }

    /** The amounts that went out by the statement, as it is shown. Newest first. */
    public Locator out() {
        return window.page().locator("table.lines td.out");
    }

    /** The amounts that came in by the statement, as it is shown. Newest first. */
    public Locator in() {
        return window.page().locator("table.lines td.in");
    }

    /** Ends what a wallet may do with the account; ends at the list, which says so. */
    public void endMandate() {
        int _ = window.go(bank + "/account/mandates");
        eye.accept(window);
        window.page().locator("form[action$='/end'] button.no").first().click();
        window.page().locator("section.mandate .done").first().waitFor();
        eye.accept(window);
    }
}
