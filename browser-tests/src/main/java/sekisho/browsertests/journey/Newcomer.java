package sekisho.browsertests.journey;

import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import sekisho.browsertests.browser.Window;

/**
 * Somebody who has no wallet yet. No two have the same mail address and handle.
 *
 * @param name in kanji, as a card has it
 * @param born year, month and day with hyphens
 * @param mail where codes and notices go
 * @param handle without its sign
 */
public record Newcomer(String name, String born, String mail, String handle) {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A new one, born on a day of their own: namesakes of one day would be one human, who has two wallets at most. */
    public static Newcomer called(String name) {
        return called(name, LocalDate.of(1960, 4, 1).plusDays(NUMBER.get()).toString());
    }

    /** A new one. */
    public static Newcomer called(String name, String born) {
        String word = "p" + Integer.toString(NUMBER.incrementAndGet()) + "-"
                + Long.toString(ProcessHandle.current().pid(), 36).toLowerCase(Locale.ROOT);
        return new Newcomer(name, born, word + "@mail.example", word);
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
        CardReader.at(window).read(this, "good");
        CardReader.send(window);
        window.arriveAt("/welcome/identity/checked");
        window.send("/welcome/identity/checked");
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
