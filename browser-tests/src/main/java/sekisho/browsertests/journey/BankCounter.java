package sekisho.browsertests.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sekisho.browsertests.browser.Window;

/**
 * A customer at a fictional bank: types what the bank's practice page says they know, and what their telephone, token or card
 * shows. Works at every bank, whatever it asks.
 *
 * @param bank the bank's base address, without a slash at its end
 * @param name as the practice page writes it, in its language
 */
public record BankCounter(String bank, String name) {
    private static final int MOST_STEPS = 8;
    /** A code stays for half a minute. */
    private static final int CODE_SECONDS = 40;

    private static final Set<String> USED_CODES = ConcurrentHashMap.newKeySet();
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
    private static final Pattern CARD_FIELD = Pattern.compile("[A-E][1-5]");

    /** Answers what the bank asks on the window's page, until it asks nothing more. */
    public void answer(Window window) {
        answer(window, window.page());
    }

    private void answer(Window window, Page page) {
        Page aside = window.newTab();
        try {
            Map<String, String> known = openDevice(aside);
            for (int step = 0; step < MOST_STEPS && asks(page); step++) {
                step(page, aside, known);
            }
        } finally {
            aside.close();
        }
    }

    /** To what the customer holds in their hand; what they know. */
    private Map<String, String> openDevice(Page aside) {
        aside.navigate(bank + "/practice");
        Locator self = aside.locator("section.box").filter(new Locator.FilterOptions().setHasText(name));
        Map<String, String> known = known(self);
        aside.navigate(URI.create(aside.url())
                .resolve(self.locator("a").getAttribute("href"))
                .toString());
        return known;
    }

    /** Fills in which account it is, as it stands on the passbook. */
    void nameAccount(Window window) {
        Page aside = window.newTab();
        try {
            Map<String, String> known = openDevice(aside);
            for (String field : List.of("branch", "account", "holder")) {
                Locator input = window.page().locator("input[name=" + field + "]");
                if (input.count() > 0) {
                    input.fill(String.valueOf(known.get(field.equals("holder") ? "name-kana" : field)));
                }
            }
        } finally {
            aside.close();
        }
        window.page().bringToFront();
    }

    /** Picks a number in the bank's app, or keys it in by telephone. */
    void approve(Window window, String number) {
        Page device = window.newTab();
        try {
            boolean _ = openDevice(device).isEmpty();
            pick(device, number);
            // A tab that is closed on its way to a page never answers.
            device.waitForLoadState();
        } finally {
            device.close();
        }
        window.page().bringToFront();
    }

    /** Signs in at the bank, and reads the digits that lead the newest line of the statement. */
    String codeOnStatement(Window window) {
        Page aside = window.newTab();
        try {
            aside.navigate(bank + "/sign-in");
            answer(window, aside);
            return first(CODE, aside.locator("table.lines").innerText());
        } finally {
            aside.close();
            window.page().bringToFront();
        }
    }

    /** Follows the bank's notice that a wallet was linked, signs in there and says that it was they. Elsewhere than in the window's page. */
    public void sayItWasMe(Window window) {
        Page aside = window.newTab();
        try {
            boolean _ = openDevice(aside).isEmpty();
            aside.locator(".messages a").first().click();
            answer(window, aside);
            aside.locator("button[name=answer][value=me]").first().click();
            aside.locator(".mandate .done").first().waitFor();
        } finally {
            aside.close();
        }
        window.page().bringToFront();
    }

    private static boolean asks(Page page) {
        return page.locator("form.ask").count() > 0;
    }

    private static Map<String, String> known(Locator self) {
        var known = new HashMap<String, String>();
        for (Locator cell : self.locator("[data-ask]").all()) {
            known.put(cell.getAttribute("data-ask"), cell.innerText());
        }
        return known;
    }

    private static void step(Page page, Page device, Map<String, String> known) {
        String before = page.locator("form.ask").innerHTML();
        for (Locator field :
                page.locator("form.ask .field input, form.ask .field select").all()) {
            String ask = field.getAttribute("name");
            String value = known.containsKey(ask) ? known.get(ask) : fromDevice(page, device, ask);
            if (ask.equals("branch")) {
                field.selectOption(value);
            } else {
                field.fill(value);
            }
        }
        if (page.locator("form.ask .elsewhere").count() > 0) {
            elsewhere(page, device);
        } else {
            page.locator("form.ask button.go").click();
        }
        page.waitForFunction(
                "before => { const form = document.querySelector('form.ask'); return !form || form.innerHTML !== before; }",
                before);
        page.waitForLoadState();
    }

    private static String fromDevice(Page page, Page device, String ask) {
        device.reload();
        return switch (ask) {
            case "sms-code" ->
                first(CODE, device.locator(".messages li").first().innerText());
            case "app-code", "token-code" -> unusedCode(device);
            case "grid-card" -> fromCard(page.locator("#grid-card-hint").innerText(), device);
            default -> throw new IllegalStateException("nobody knows what to answer to " + ask);
        };
    }

    /** A bank takes each code once: whoever needs two in one half minute waits for the next, as they would at home. */
    private static String unusedCode(Page device) {
        for (int second = 0; second < CODE_SECONDS; second++) {
            String code = device.locator(".big").first().innerText().strip();
            if (USED_CODES.add(device.url() + " " + code)) {
                return code;
            }
            device.waitForTimeout(1_000);
            device.reload();
        }
        throw new IllegalStateException("the device shows the same code for more than " + CODE_SECONDS + " s");
    }

    private static String fromCard(String hint, Page device) {
        var answer = new StringBuilder();
        Matcher fields = CARD_FIELD.matcher(hint);
        while (fields.find()) {
            int column = fields.group().charAt(0) - 'A';
            int row = fields.group().charAt(1) - '1';
            answer.append(device.locator("table.card tbody tr")
                    .nth(row)
                    .locator("td")
                    .nth(column)
                    .innerText()
                    .strip());
        }
        return answer.toString();
    }

    /** The app shows numbers to pick from; a telephone asks for one. */
    private static void elsewhere(Page page, Page device) {
        String number = page.locator("form.ask .big").innerText().strip();
        device.reload();
        pick(device, number);
        page.bringToFront();
    }

    private static void pick(Page device, String number) {
        Locator pick = device.locator("button.pick").filter(new Locator.FilterOptions().setHasText(number));
        if (pick.count() > 0) {
            pick.first().click();
        } else {
            device.locator("#number").fill(number);
            device.locator("form.ask button.go").click();
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("the newest message has no code");
        }
        return matcher.group();
    }

    /** Signs in at the bank itself. */
    public void signIn(Window window) {
        int _ = window.go(bank + "/sign-in");
        answer(window);
        window.page().waitForURL(url -> url.endsWith("/account"));
    }
}
