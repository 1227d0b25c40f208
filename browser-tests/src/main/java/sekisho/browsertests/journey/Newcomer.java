package sekisho.browsertests.journey;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import sekisho.browsertests.browser.Window;

/**
 * Somebody who has no wallet yet. No two have the same mail address and handle.
 *
 * @param name as a bank writes it
 * @param kana the same in katakana
 * @param born year, month and day with hyphens
 * @param mail where codes and notices go
 * @param handle without its sign
 */
public record Newcomer(String name, String kana, String born, String mail, String handle) {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A new one, born on 1 April 1990. */
    public static Newcomer called(String name, String kana) {
        return called(name, kana, "1990-04-01");
    }

    /** A new one. */
    public static Newcomer called(String name, String kana, String born) {
        String word = "p" + Integer.toString(NUMBER.incrementAndGet()) + "-"
                + Long.toString(ProcessHandle.current().pid(), 36).toLowerCase(Locale.ROOT);
        return new Newcomer(name, kana, born, word + "@mail.example", word);
    }

    /** Signs up with the window's passkey, all steps up to the first sight of the wallet. */
    public void signUp(Window window) {
        makePasskey(window);
        proveMail(window);
        showIdentity(window);
        chooseHandle(window);
    }

    /** From the page for newcomers to the one that asks for the code. */
    public void makePasskey(Window window) {
        var _ = window.passkey();
        int _ = window.go("/sign-up");
        window.field("mail").fill(mail);
        window.send("/sign-up");
        window.arriveAt("/welcome/mail");
    }

    /** To the page that asks who it is. */
    public void proveMail(Window window) {
        window.field("code").fill(PostBox.code(window, mail));
        window.send("/welcome/mail");
        window.arriveAt("/welcome/identity");
    }

    /** To the page that asks for a handle. */
    public void showIdentity(Window window) {
        window.field("name").fill(name);
        window.field("kana").fill(kana);
        window.field("born").fill(born);
        window.send("/welcome/identity");
        window.arriveAt("/welcome/handle");
    }

    /** Home. */
    public void chooseHandle(Window window) {
        window.field("handle").fill(handle);
        window.send("/welcome/handle");
        window.arriveAt("/home");
    }

    /** Signs in with the window's passkey. */
    public static void signIn(Window window) {
        int _ = window.go("/sign-in");
        window.send("/sign-in");
        window.arriveAt("/home");
    }
}
