package sekisho.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sekisho.bank.description.BankDescription;
import sekisho.bank.description.Descriptions;
import sekisho.bank.description.Sourced;
import sekisho.bank.description.Strength;
import sekisho.browsertests.browser.Language;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.journey.BankAccount;
import sekisho.browsertests.journey.BankCounter;
import sekisho.browsertests.journey.BankDirector;
import sekisho.browsertests.journey.Newcomer;
import sekisho.browsertests.journey.Resident;
import sekisho.browsertests.journey.Role;
import sekisho.browsertests.journey.WalletApp;
import sekisho.browsertests.system.Site;
import sekisho.browsertests.testing.InBrowser;
import sekisho.protocol.LinkStrength;

/**
 * What was done in 2020, tried again: somebody knows a victim's name, account, PIN and birth date, has a free mail address, and goes to
 * each of the eleven banks that ask for no more.
 */
@InBrowser
final class ThiefsWalkInBrowserTest {
    private static final List<String> WEAK = Descriptions.fictional().all().stream()
            .map(Sourced::description)
            .filter(bank -> !Strength.of(bank).atLeast(LinkStrength.TWO_FACTOR))
            .map(BankDescription::bank)
            .map(bank -> "%04d".formatted(bank.code()))
            .sorted()
            .toList();
    /**
     * Where the thief goes through the pages: at one that asks for a birth date and at one that does not; at all of them, in vain sent to
     * the bank or not sent at all, with {@code -Dsekisho.every-bank=true}. Each is walked without a browser in every build
     * ({@code WeakBanksTest}).
     */
    private static final List<String> WALKED =
            Boolean.getBoolean("sekisho.every-bank") ? WEAK : List.of("0804", "0807");

    private static final Pattern COUNT = Pattern.compile("\"([^\"]+)\":([0-9]+)");
    /** What is asked by the clock, whoever does what; and what the test looks up itself, as the thief knows it already. */
    private static final List<String> OF_THEMSELVES = List.of(
            "/mandates/ended",
            "/statements",
            "/link-keys.json",
            "/statement",
            "/practice",
            "/device/{key}",
            "/look.css",
            "/emblem.svg");
    /** Failed tries of a wallet at banks within 24 hours, after which it is sent to none. */
    private static final int TRIES = 5;

    private static Resident victim(String bank) {
        return new Resident("鈴鳴 文子", "スズナリ フミコ", "SUZUNARI FUMIKO", "1948-05-05", bank);
    }

    @BeforeAll
    static void elevenBanksAreWeak() {
        assertThat(WEAK).hasSize(11).containsAll(WALKED);
    }

    @Test
    void whoOnlyKnowsTheVictimsDataIsSentToNoBank(World world) {
        var banks = new BankDirector(world.system());
        Window window = world.open(Look.desktop(Language.EN));
        var thief = Newcomer.called("盗野 某");
        thief.makePasskey(window);
        thief.proveMail(window);
        for (String bank : WEAK) {
            var before = asked(banks, bank);
            int _ = window.go("/links/at/" + bank);
            refusedWithTheReason(window);
            assertThat(sent(window, bank)).isEqualTo("/welcome/identity");
            int _ = window.go("/link/return?result=eyJhbGciOiJub25lIn0.e30.");
            refusedWithTheReason(window);
            assertThat(asked(banks, bank)).as("what bank %s was asked", bank).isEqualTo(before);
        }
    }

    /** Says what has to be done before, and that until then there is no money, whatever is typed. */
    private static void refusedWithTheReason(Window window) {
        assertThat(window.path()).isEqualTo("/welcome/identity");
        assertThat(window.page().locator("main h1")).hasText("Prove who you are");
        assertThat(window.page().locator("main")).containsText("Until then this wallet can hold and receive ¥0");
        assertThat(window.page().locator("main")).containsText("Nothing that is typed counts");
    }

    /** Sends what the bank's form would be sent with, all that is known of the victim in it; where it ends. */
    private static String sent(Window window, String bank) {
        Resident who = victim(bank);
        int _ = window.go("/welcome/identity/card");
        Object path = window.page()
                .evaluate(
                        """
                        async ([bank, who]) => {
                            const form = new URLSearchParams(who);
                            form.set('_csrf', document.querySelector('input[name=_csrf]').value);
                            const answer = await fetch('/links/at/' + bank, {method: 'POST', body: form});
                            return new URL(answer.url).pathname;
                        }""",
                        List.of(
                                bank,
                                Map.of(
                                        "request", "01890a5d-ac96-774b-bcce-b302099a8057",
                                        "stepUp", "00000000-0000-0000-0000-000000000000",
                                        "credential", "{}",
                                        "name", who.kana(),
                                        "born", who.born(),
                                        "branch", "001",
                                        "account", "1234567",
                                        "pin", "4821")));
        return String.valueOf(path);
    }

    @Test
    void whoIsVerifiedAsSomebodyElseGetsNoMatchAndNothingIsDebited(World world) {
        var banks = new BankDirector(world.system());
        Window window = world.open(Look.desktop(Language.EN));
        Newcomer.called("盗野 某").signUp(window);
        WalletApp wallet = WalletApp.in(window);
        int refusals = 0;
        for (String bank : WALKED) {
            var before = asked(banks, bank);
            if (refusals < TRIES) {
                goThrough(wallet, victim(bank));
                refusals++;
            } else {
                int _ = window.go("/links/at/" + bank);
                window.send("/links/at/" + bank);
                assertThat(window.page().locator("[role=alert]:visible").first())
                        .isVisible();
                assertThat(asked(banks, bank))
                        .as("what bank %s was asked", bank)
                        .isEqualTo(before);
            }
            assertThat(debits(asked(banks, bank))).isEqualTo(debits(before));
        }
        int _ = window.go("/links");
        assertThat(window.page().locator("#links a[href^='/top-up']")).hasCount(0);
        int _ = window.go("/top-up");
        assertThat(window.page().locator("form[action='/top-up']")).hasCount(0);
        assertThat(wallet.balance()).isZero();

        String bank = WEAK.getFirst();
        Window atBank = world.open(window.look(), Role.SIGNED_OUT, Site.BANK);
        var account = new BankAccount(atBank, world.system().url(Site.BANK) + "/banks/" + bank, _ -> {});
        account.signIn(victim(bank));
        assertThat(account.out().filter(new Locator.FilterOptions().setHasText(Pattern.compile("[0-9]"))))
                .hasCount(0);
        // What he typed is in no log of ours either.
        assertThat(world.system().said())
                .doesNotContain(
                        victim(bank).kanji(), victim(bank).kana(), victim(bank).born());
    }

    /** Through the bank's own pages as the victim, whose secrets they are; the bank finds that the wallet is somebody else's. */
    private static void goThrough(WalletApp wallet, Resident victim) {
        Window window = wallet.window();
        Page page = window.page();
        wallet.leaveForBank(victim.bank());
        Locator leaving = page.locator("form[action$='/authorize']");
        String issuer = leaving.getAttribute("action").replace("/authorize", "");
        leaving.locator("button").click();
        page.locator("form.ask").waitFor();
        new BankCounter(issuer, victim.name(Language.EN)).answer(window);
        page.locator("form[action$='/authorize/consent'] button.go").click();
        page.waitForURL(url -> URI.create(url).getPath().equals("/links/refused"));
        assertThat(page.locator("main h1")).hasText("This account can't be linked now");
    }

    private static long debits(Map<String, Long> asked) {
        return asked.entrySet().stream()
                .filter(what -> what.getKey().endsWith("/debits"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** What a bank was asked so far, but for what is asked anyway. */
    private static Map<String, Long> asked(BankDirector banks, String bank) {
        return COUNT.matcher(banks.requests(bank))
                .results()
                .filter(count -> OF_THEMSELVES.stream().noneMatch(count.group(1)::endsWith))
                .collect(Collectors.toMap(
                        count -> count.group(1), count -> Long.parseLong(count.group(2)), Long::sum, TreeMap::new));
    }
}
