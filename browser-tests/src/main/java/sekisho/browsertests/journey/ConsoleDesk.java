package sekisho.browsertests.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import sekisho.browsertests.browser.Window;

/**
 * What the operator's staff do at the console.
 *
 * @param window signed in at the console
 * @param eye looks at pages that only such a journey sees
 */
public record ConsoleDesk(Window window, Consumer<Window> eye) {

    /** A switch of a bank. */
    public enum Gate {
        LINKS(0),
        TOP_UPS(1),
        CASH_OUTS(2);

        private final int place;

        Gate(int place) {
            this.place = place;
        }

        /** Where it stands among the three, from 0. */
        public int place() {
            return place;
        }
    }

    /** From the board to the dialog that closes a switch, which has picked it. */
    public void aboutToClose(String bank, Gate gate) {
        int _ = window.go("/console/banks");
        window.page()
                .locator(
                        "tr",
                        new Page.LocatorOptions()
                                .setHas(window.page().locator("th a[href='/console/banks/" + bank + "']")))
                .locator("a.switch")
                .nth(gate.place())
                .click();
        window.page().locator("dialog#close[open]").waitFor();
    }

    /** Closes what the dialog has picked; ends at the bank's page, which says how long it took. */
    public void close(String note) {
        Locator dialog = window.page().locator("dialog#close");
        dialog.locator("select[name='reason']")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        dialog.locator("[name='note']").fill(note);
        dialog.locator("form button[type=submit]").click();
        sign();
        window.page().locator(".note.done").waitFor();
    }

    /** In a founded book what a form asks for is signed with the passkey of who is signed in; elsewhere there is nothing to sign. */
    private void sign() {
        Locator signing = window.page().locator("form[action^='/console/approvals/'] button[type=submit]");
        signing.or(window.page().locator(".note.done, section.waiting")).first().waitFor();
        if (signing.count() > 0) {
            eye.accept(window);
            signing.click();
            signing.waitFor(new Locator.WaitForOptions()
                    .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        }
    }

    /** Asks that all closed switches of a bank be opened again; ends at its page, which waits for a second person. */
    public void askToReopen(String bank, String note) {
        int _ = window.go("/console/banks/" + bank);
        window.page().locator("[data-opens='reopen']").click();
        Locator dialog = window.page().locator("dialog#reopen[open]");
        dialog.locator("[name='operation']:enabled").check();
        dialog.locator("[name='note']").fill(note);
        eye.accept(window);
        dialog.locator("form button[type=submit]").click();
        sign();
        window.page().locator("section.waiting").waitFor();
    }

    /** Confirms what another person asked for, or signs it; ends at the bank's page, which says how long it took. */
    public void confirm(String bank) {
        int _ = window.go("/console/banks/" + bank);
        Locator toSign = window.page().locator("section.waiting a.button[href^='/console/approvals/']");
        if (toSign.count() > 0) {
            toSign.click();
            window.page().waitForURL("**/console/approvals/*");
            sign();
        } else {
            window.page()
                    .locator("form[action$='/confirm'] button[type=submit]")
                    .click();
        }
        window.page().locator(".note.done").waitFor();
    }

    /** Sends the description that was filled in for a bank, and signs it; ends at the proposal, or at the bank's description. */
    public void describe(String bank) {
        window.send("/console/banks/" + bank + "/description");
        window.page().waitForURL("**/console/approvals/*");
        sign();
    }

    /** Finds a wallet by its handle; ends at its page. */
    public void find(String handle) {
        int _ = window.go("/console/wallets");
        window.page().locator("#wallet").fill(handle);
        window.page().locator(".find-wallet button").click();
        window.page()
                .locator("dialog#freeze")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    }

    /** Freezes the wallet whose page is open. */
    public void freeze(String note) {
        askToChangeFreeze(note);
        window.page().locator(".note.done").waitFor();
    }

    /** Asks that the wallet whose page is open be unfrozen, and signs; ends at the page that waits for a second person. */
    public void askToUnfreeze(String note) {
        askToChangeFreeze(note);
        window.page().locator("section.waiting").waitFor();
    }

    /** Signs whatever waits for a second person first in the list. */
    public void signWhatWaits() {
        int _ = window.go("/console/approvals");
        window.page()
                .locator("main a.button[href^='/console/approvals/']")
                .first()
                .click();
        window.page().waitForURL("**/console/approvals/*");
        sign();
        window.page().locator(".note.done").waitFor();
    }

    private void askToChangeFreeze(String note) {
        window.page().locator("[data-opens='freeze']").click();
        Locator dialog = window.page().locator("dialog#freeze[open]");
        dialog.locator("select[name='reason']")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        dialog.locator("[name='note']").fill(note);
        eye.accept(window);
        dialog.locator("form button[type=submit]").click();
        sign();
    }
}
