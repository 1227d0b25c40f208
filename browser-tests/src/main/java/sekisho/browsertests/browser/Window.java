package sekisho.browsertests.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ViewportSize;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One person's browser: its own cookies, one or more tabs, and a watch over all of them. */
public final class Window implements AutoCloseable {
    /** Long enough for a slow machine, short enough to fail soon. Milliseconds. */
    private static final double PATIENCE = 10_000;

    private final BrowserContext context;
    private final Look look;
    private final Watch watch;
    private final Page first;
    private @Nullable Passkey passkey;

    Window(BrowserContext context, Look look) {
        this.context = context;
        this.look = look;
        context.setDefaultTimeout(PATIENCE);
        watch = new Watch(context);
        first = context.newPage();
    }

    /** The first tab. */
    public Page page() {
        return first;
    }

    public Look look() {
        return look;
    }

    public Watch watch() {
        return watch;
    }

    /** Goes to an address, or to a path on the window's site; the status of the answer in the end. */
    public int go(String address) {
        Response response = first.navigate(address);
        if (response == null) {
            throw new IllegalStateException(address + " is where the tab is already");
        }
        return response.status();
    }

    /** Where the first tab is, without scheme and host. */
    public String path() {
        return URI.create(first.url()).getPath();
    }

    /** The field with a name, as the form sends it: the same in every language. */
    public Locator field(String name) {
        return first.locator("[name='" + name + "']:visible");
    }

    /** Presses the button that sends the form to a path. */
    public void send(String action) {
        first.locator("form[action='" + action + "'] button:not([type=button]):visible")
                .first()
                .click();
    }

    /** Waits until the first tab has come to a path. */
    public void arriveAt(String path) {
        first.waitForURL(url -> URI.create(url).getPath().equals(path));
    }

    /** Another tab with the same cookies. It has no passkey. */
    public Page newTab() {
        return context.newPage();
    }

    /** Plugs a finger into the first tab, once; later calls give the same. */
    public Passkey passkey() {
        return passkey(Passkey.Kind.SYNCED);
    }

    /** The same with a kind; the kind of an earlier call stays. */
    public Passkey passkey(Passkey.Kind kind) {
        Passkey plugged = passkey;
        if (plugged == null) {
            plugged = Passkey.plugInto(context.newCDPSession(first), kind);
            passkey = plugged;
        }
        return plugged;
    }

    /** Cuts the line, or joins it again. */
    public void cutLine(boolean cut) {
        watch.expectNoLine(cut);
        context.setOffline(cut);
    }

    /** The cookies, for another window. */
    public String state() {
        return context.storageState();
    }

    public BrowserContext context() {
        return context;
    }

    /** A picture of the whole page in the first tab, in a window as high as the page: bars at the bottom hide nothing. */
    public void photograph(Path file) {
        ViewportSize before = first.viewportSize();
        int height = ((Number) first.evaluate("document.documentElement.scrollHeight")).intValue();
        first.setViewportSize(before.width, Math.max(before.height, height));
        first.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(file));
        first.setViewportSize(before.width, before.height);
    }

    @Override
    public void close() {
        context.close();
    }
}
