package sekisho.browsertests.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import sekisho.browsertests.browser.Window;

/** The page that stands in for a telephone to which a card is held. */
public final class CardReader {
    private static final String READER = "/demo/reader";
    private static final String CARD = "/welcome/identity/card";

    private final Window window;

    /** Where what was read is sent. */
    private final String to;

    private CardReader(Window window, String to) {
        this.window = window;
        this.to = to;
    }

    /** From the page that asks who one is, to the reader. */
    public static CardReader at(Window window) {
        int _ = window.go("/welcome/identity");
        window.page().locator("a[href='" + CARD + "']").click();
        window.arriveAt(CARD);
        window.send(CARD + "/begin");
        window.arriveAt(READER);
        return new CardReader(window, CARD);
    }

    /** From another page with a button that leads to the reader. */
    public static CardReader from(Window window, String page) {
        window.send(page + "/begin");
        window.arriveAt(READER);
        return new CardReader(window, page);
    }

    /**
     * Holds somebody's card to it; ends where what was read can be sent.
     *
     * @param condition good, or what is wrong with the card
     */
    public void read(Newcomer who, String condition) {
        window.field("who").last().check();
        window.field("name").fill(who.name());
        window.field("born").fill(who.born());
        window.field("address").fill("汐崎県花岬市港町1-2-3");
        window.page().locator("input[name=condition][value=" + condition + "]").check();
        window.send(READER);
        window.page()
                .locator("form[action='" + to + "'] input[name=proof]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** Sends what was read. */
    public static void send(Window window) {
        window.send(CARD);
    }

    /** Sends what was read to where this reader sends it. */
    public void send() {
        window.send(to);
    }

    /** Waits for the page that says why it was refused; its code. */
    public static String refusal(Window window) {
        var refused = window.page().locator("[data-refusal]");
        refused.waitFor();
        return String.valueOf(refused.getAttribute("data-refusal"));
    }
}
