package sekisho.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sekisho.browsertests.browser.Language;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.journey.ConsoleDesk;
import sekisho.browsertests.journey.DemoDoor;
import sekisho.browsertests.journey.Resident;
import sekisho.browsertests.journey.Role;
import sekisho.browsertests.journey.WalletApp;
import sekisho.browsertests.system.Site;
import sekisho.browsertests.testing.InBrowser;
import sekisho.browsertests.testing.Sound;

/** One file says what a bank asks, and what a link there is worth. */
@InBrowser
final class DescriptionJourneyTest {
    /** Asks a name, a number and a PIN, as in 2020. */
    private static final String BANK = "0829";

    private static final String PIN = "- {page: 2, ask: card-pin, rests-on: [knowledge]}";

    /** Links of two factors wait for their holder's word, for which somebody has to ask. */
    private static final String TELLS = "tells: {channel: sms, proof-of-delivery: true, contact-changes: true}";

    private static final String LIMITS =
            "limits: {once: 20000, in-24-hours: 20000, in-30-days: 60000, new-links-in-24-hours: 500000}";

    @Test
    void whoEditsTheFileChangesTheBanksPageAndWhatACustomerIsToldBeforeTheWay(World world) {
        var who = new Resident("星見 玲央", "ホシミ レオ", "HOSHIMI LEO", "1999-12-24", BANK);
        Window phone = world.open(Look.phone(Language.EN));
        who.newcomer().signUp(phone);
        assertThat(asked(phone)).contains("Cash card PIN").doesNotContain("text message");
        assertThat(terms(phone)).contains("Weak, with notice", "From the start ¥0 ¥0", "After 1 day ¥10,000 ¥30,000");
        assertThat(bankAsks(world)).contains("Cash card PIN").doesNotContain("text message");

        edit(world);

        assertThat(asked(phone)).contains("Cash card PIN", "A number by text message");
        assertThat(terms(phone))
                .contains("Two factors", "From the start ¥20,000 ¥60,000")
                .doesNotContain("Weak");
        Sound.page(phone);
        assertThat(bankAsks(world)).contains("Cash card PIN", "6 digits sent by text message");
        // The bank asks it, and its signed word says so: the engine would not take a weaker one.
        var _ = WalletApp.in(phone).askFor(who);
        assertThat(phone.page().locator("#link .state").first().innerText()).isEqualTo("Needs your word");
    }

    /** Loosens what there is, so that two people sign. */
    private static void edit(World world) {
        Window first = world.open(Look.desktop(Language.EN), Role.SIGNED_OUT, Site.CONSOLE);
        DemoDoor.staff(first, world.system(), 0);
        int _ = first.go("/console/banks/" + BANK + "/description");
        String file = first.field("yaml").inputValue();
        first.field("yaml")
                .fill(file.replace("version: 1", "version: 2")
                        .replace(PIN, PIN + "\n  - {page: 3, ask: sms-code, rests-on: [possession], dynamic: true}")
                        .replaceAll("tells: .*", TELLS)
                        .replaceAll("limits: .*", LIMITS));
        first.field("note").fill("the bank wrote that it asks for a code");
        new ConsoleDesk(first, _ -> {}).describe(BANK);
        Window second = world.open(Look.desktop(Language.EN), Role.SIGNED_OUT, Site.CONSOLE);
        DemoDoor.staff(second, world.system(), 1);
        new ConsoleDesk(second, _ -> {}).signWhatWaits();
        assertThat(second.page().locator("textarea").inputValue()).contains("version: 2", "sms-code");
    }

    private static String asked(Window phone) {
        int _ = phone.go("/links/at/" + BANK);
        return phone.page().locator("#asks").innerText();
    }

    private static String terms(Window phone) {
        return phone.page().locator("#terms").innerText().replaceAll("\\s+", " ");
    }

    /** What the bank's own page says that it asks. */
    private static String bankAsks(World world) {
        Window bank = world.open(Look.phone(Language.EN), Role.SIGNED_OUT, Site.BANK);
        int _ = bank.go("/banks/" + BANK + "/?lang=en");
        return bank.page().locator("section.box").first().innerText();
    }
}
