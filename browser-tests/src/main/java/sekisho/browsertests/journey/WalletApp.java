package sekisho.browsertests.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.function.Consumer;
import sekisho.browsertests.browser.Window;

/**
 * What somebody does in the wallet app, as one does it: opens pages, fills in fields, presses buttons.
 *
 * @param window signed in; with a passkey where the step asks for one
 * @param eye looks at pages that only such a journey sees
 */
public record WalletApp(Window window, Consumer<Window> eye) {
    private static final double FILES_TAKE_MILLIS = 150_000;

    /** Without looking at pages. */
    public static WalletApp in(Window window) {
        return new WalletApp(window, _ -> {});
    }

    /** Opens home and reads the balance. Yen. */
    public long balance() {
        int _ = window.go("/home");
        return shownBalance();
    }

    /** The balance that home shows now. Yen. */
    public long shownBalance() {
        return Yen.in(window.page().locator(".plaque .sum").innerText());
    }

    /** Waits until home, which is open, shows a balance. */
    public void awaitBalance(long yen) {
        window.page()
                .locator(".plaque .sum")
                .filter(new Locator.FilterOptions().setHasText(Yen.written(yen)))
                .waitFor();
    }

    /** Links the account of somebody at their bank, who says there that it was them; ends at the active link's page. */
    public void link(Resident who) {
        BankCounter counter = askFor(who);
        eye.accept(window);
        counter.sayItWasMe(window);
        window.page().locator("#link a[href^='/top-up?link=']").waitFor();
    }

    /** Goes through the bank's own pages; ends at the link's page, where the holder's word is waited for. */
    public BankCounter askFor(Resident who) {
        leaveForBank(who.bank());
        return throughPages(who);
    }

    /** From the page that leads to the bank, through the bank's pages, to the link's page. */
    private BankCounter throughPages(Resident who) {
        Page page = window.page();
        Locator leaving = page.locator("form[action$='/authorize']");
        String issuer = leaving.getAttribute("action").replace("/authorize", "");
        eye.accept(window);
        leaving.locator("button").click();
        page.locator("form.ask").waitFor();
        eye.accept(window);
        var counter = new BankCounter(issuer, who.name(window.look().language()));
        counter.answer(window);
        page.locator("form[action$='/authorize/consent']").waitFor();
        eye.accept(window);
        page.locator("form[action$='/authorize/consent'] button.go").click();
        page.waitForURL(url -> path(url).matches("/links/[0-9a-f-]{32,36}"));
        return counter;
    }

    /**
     * Has somebody's bank prove the account in whichever way it does; ends at the link's page.
     *
     * @param at the bank's base address, without a slash at its end
     */
    public BankCounter askFor(Resident who, String at) {
        int _ = window.go("/links/at/" + who.bank());
        if (window.page().locator("input[name=branch]").count() == 0) {
            answerFor(who.bank());
            return throughPages(who);
        }
        BankCounter counter = answerTheBank(who, at);
        arriveAtLink();
        return counter;
    }

    /** At a bank without a browser: names the account and does what the bank asks; ends where its answer is waited for. */
    public BankCounter answerTheBank(Resident who, String at) {
        if (!window.path().equals("/links/at/" + who.bank())) {
            int _ = window.go("/links/at/" + who.bank());
        }
        var counter = new BankCounter(at, who.name(window.look().language()));
        counter.nameAccount(window);
        window.send("/links/at/" + who.bank());
        window.page().waitForURL(url -> path(url).startsWith("/links/waiting/"));
        eye.accept(window);
        if (window.page().locator("input[name=code]").count() > 0) {
            window.field("code").fill(counter.codeOnStatement(window));
            window.send(window.path() + "/code");
        } else {
            counter.approve(
                    window, window.page().locator(".matching").innerText().strip());
        }
        return counter;
    }

    /** Waits for the bank's answer; ends at the link's page. A bank takes its time over a file. */
    public void arriveAtLink() {
        window.page()
                .waitForURL(
                        url -> path(url).matches("/links/[0-9a-f-]{32,36}"),
                        new Page.WaitForURLOptions().setTimeout(FILES_TAKE_MILLIS));
    }

    /** From the page of a link whose bank sends no notice: has it put a code on the statement, and enters it; ends at the link's page. */
    public void confirmByStatement(BankCounter counter) {
        String link = window.path();
        window.page().locator("a[href='" + link + "/code']").click();
        window.arriveAt(link + "/code");
        window.send(link + "/code/send");
        window.field("code").waitFor();
        eye.accept(window);
        window.field("code").fill(counter.codeOnStatement(window));
        window.send(link + "/code");
        window.arriveAt(link);
    }

    /** Chooses a bank by its code and answers for it with the passkey; ends before the bank's pages. */
    public void leaveForBank(String bank) {
        int _ = window.go("/links/choose");
        window.field("query").fill(bank);
        window.page().locator("#banks a[href='/links/at/" + bank + "']").click();
        window.arriveAt("/links/at/" + bank);
        answerFor(bank);
    }

    private void answerFor(String bank) {
        window.send("/links/at/" + bank);
        window.page().locator("form[action$='/authorize']").waitFor();
    }

    /** Tops up from the first linked account and waits for the bank; ends at the receipt. */
    public void topUp(long yen) {
        int _ = window.go("/top-up");
        window.field("amount").fill(Long.toString(yen));
        window.send("/top-up");
        awaitReceipt();
        window.page().locator("#movement .state.done").waitFor();
        eye.accept(window);
    }

    /** Sends money to a handle; ends at the page to look over. */
    public void reviewSending(String to, long yen, String words) {
        int _ = window.go("/send");
        window.field("to").fill(to);
        window.field("amount").fill(Long.toString(yen));
        window.field("words").fill(words);
        window.send("/send/review");
        window.page().locator("form[action='/send']").waitFor();
        eye.accept(window);
    }

    /** Sends what was looked over; ends at the receipt. */
    public void send() {
        window.send("/send");
        awaitReceipt();
        eye.accept(window);
    }

    /** Fills in the form that asks somebody for money. */
    public void reviewAsk(String of, long yen) {
        int _ = window.go("/request");
        window.field("to").fill(of);
        window.field("amount").fill(Long.toString(yen));
    }

    /** Asks somebody for money; ends at the list of requests. */
    public void ask(String of, long yen) {
        reviewAsk(of, yen);
        window.send("/request");
        window.arriveAt("/requests");
    }

    /** From the list of requests to the page to look over: pays what somebody with a handle has asked for. */
    public void reviewRequest(String ofHandle, long yen) {
        int _ = window.go("/requests");
        Locator asked = window.page()
                .locator("article")
                .filter(new Locator.FilterOptions().setHasText(ofHandle))
                .filter(new Locator.FilterOptions().setHasText(Yen.written(yen)));
        asked.first().locator("a[href^='/send?ask=']").click();
        window.send("/send/review");
        window.page().locator("form[action='/send']").waitFor();
    }

    /** Types or scans a shop's code. */
    public void readCode(String code) {
        int _ = window.go("/pay");
        window.field("code").fill(code);
        window.send("/pay/read");
    }

    /** Reads a shop's code for one amount; ends at the page to look over. */
    public void reviewCharge(String code) {
        readCode(code);
        window.page().locator("form[action='/pay']").waitFor();
        eye.accept(window);
    }

    /** Reads a shop's code for any amount, and says which; ends at the page to look over. */
    public void reviewPaying(String code, long yen) {
        readCode(code);
        window.page().locator("form[action='/pay/review']").waitFor();
        eye.accept(window);
        window.field("amount").fill(Long.toString(yen));
        window.send("/pay/review");
        window.page().locator("form[action='/pay']").waitFor();
        eye.accept(window);
    }

    /** Pays what was looked over; ends at the receipt. */
    public void pay() {
        window.send("/pay");
        awaitReceipt();
        eye.accept(window);
    }

    /** Opens the page with one's own code; the digits below it. */
    public String ownCode() {
        int _ = window.go("/pay/code");
        return window.page().locator(".qr-card .spoken").innerText();
    }

    /** To the page that asks for the passkey. */
    public void reviewCashOut(long yen) {
        int _ = window.go("/cash-out");
        window.field("amount").fill(Long.toString(yen));
        window.send("/cash-out/review");
        window.page().locator("form[action='/cash-out']").waitFor();
        eye.accept(window);
    }

    /** Waits for the page of something that was done. */
    public void awaitReceipt() {
        window.page().waitForURL(url -> path(url).startsWith("/receipt/"));
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }
}
