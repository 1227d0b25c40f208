package sekisho.browsertests.journey;

import java.net.URI;
import java.util.function.Consumer;
import sekisho.browsertests.browser.Window;

/**
 * What somebody does who works in a shop.
 *
 * @param window signed in as somebody of the shop
 * @param eye looks at pages that only such a journey sees
 */
public record ShopCounter(Window window, Consumer<Window> eye) {

    /** Without looking at pages. */
    public static ShopCounter in(Window window) {
        return new ShopCounter(window, _ -> {});
    }

    /** Opens the shop's own code; the number below it. */
    public String number() {
        int _ = window.go("/shop/code");
        return window.page().locator(".poster .spoken").innerText();
    }

    /** Asks for an amount with a code; the number below it. Ends at the code. */
    public String charge(long yen) {
        int _ = window.go("/shop/charge");
        window.field("amount").fill(Long.toString(yen));
        window.send("/shop/charge");
        window.page().locator("#charge .spoken").waitFor();
        eye.accept(window);
        return window.page().locator("#charge .spoken").innerText();
    }

    /** Types a customer's code at the till; ends at the payment. */
    public void take(long yen, String code, boolean hold) {
        int _ = window.go("/shop");
        window.field("amount").fill(Long.toString(yen));
        window.field("code").fill(code);
        if (hold) {
            window.page().locator("[name='how'][value='hold']").check();
        }
        window.send("/shop/take");
        window.page().waitForURL(url -> URI.create(url).getPath().startsWith("/shop/payments/"));
        eye.accept(window);
    }

    /** Takes a part of what is held, or all of it; on the payment's page. */
    public void capture(long yen) {
        window.field("amount").fill(Long.toString(yen));
        press("/capture");
    }

    /** Lets go what is held; on the payment's page. */
    public void letGo() {
        press("/void");
    }

    /** Gives a part back, or all of it; on the payment's page. */
    public void refund(long yen) {
        window.field("amount").fill(Long.toString(yen));
        press("/refund");
    }

    /** The page comes back with another form, or none. */
    private void press(String what) {
        String before = window.page().locator("#payment").innerHTML();
        window.page()
                .locator("form[action$='" + what + "'] button[type=submit]")
                .click();
        window.page()
                .waitForFunction(
                        "before => { const it = document.querySelector('#payment'); return it && it.innerHTML !== before; }",
                        before);
        window.page().waitForLoadState();
        eye.accept(window);
    }
}
