package sekisho.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import sekisho.bank.description.BankDescription;
import sekisho.bank.description.Descriptions;
import sekisho.bank.description.Rail;
import sekisho.bank.description.Sourced;
import sekisho.bank.description.Strength;
import sekisho.bank.description.Telling;
import sekisho.browsertests.browser.Language;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.journey.BankCounter;
import sekisho.browsertests.journey.ConsoleDesk;
import sekisho.browsertests.journey.DemoDoor;
import sekisho.browsertests.journey.Resident;
import sekisho.browsertests.journey.Role;
import sekisho.browsertests.journey.WalletApp;
import sekisho.browsertests.system.Site;
import sekisho.browsertests.testing.InBrowser;
import sekisho.protocol.LinkStrength;

/** Somebody honest, whose card was checked, has an account at each of the 35 banks. Takes minutes: not part of every build. */
@InBrowser
@EnabledIfSystemProperty(
        named = "sekisho.every-bank",
        matches = "true",
        disabledReason =
                "it takes minutes: ./sekisho test -pl browser-tests -am -Dtest=EveryBankTest -Dsekisho.every-bank=true")
final class EveryBankTest {
    private static final List<BankDescription> BANKS = Descriptions.fictional().all().stream()
            .map(Sourced::description)
            .sorted(Comparator.comparingInt(bank -> bank.bank().code()))
            .toList();

    private static final String STOPPED = "0817";
    private static final int LOOKS = 60;
    private static final double LOOK_MILLIS = 500;

    @Test
    void whoIsVerifiedLinksEveryBankThroughItsOwnPagesOrApp(World world) {
        open(world);
        long began = System.nanoTime();
        Window window = world.open(Look.desktop(Language.EN));
        at("0801").newcomer().signUp(window);
        WalletApp wallet = WalletApp.in(window);
        var ends = new TreeMap<String, Integer>();
        String banks = world.system().url(Site.BANK) + "/banks/";
        // Files take their time, so they are handed in first.
        var handedIn = new HashMap<String, HandedIn>();
        for (BankDescription bank : BANKS) {
            if (bank.rail() == Rail.DIRECT_DEBIT_FILE) {
                BankCounter counter = wallet.answerTheBank(at(code(bank)), banks + code(bank));
                handedIn.put(code(bank), new HandedIn(counter, window.path()));
            }
        }
        for (BankDescription bank : inTurn()) {
            try {
                String end = link(bank, window, wallet, handedIn.get(code(bank)), banks);
                var _ = ends.merge(end, 1, Integer::sum);
            } catch (PlaywrightException | IllegalStateException e) {
                throw new AssertionError("bank " + code(bank) + " at " + window.path(), e);
            }
        }
        System.out.println("the 35 banks' links: " + ends + " within "
                + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s; their protocols have "
                + BANKS.stream().map(BankDescription::shape).distinct().count() + " shapes");
        // Eleven are weak, and two others leave time to object.
        assertThat(ends).containsExactlyInAnyOrderEntriesOf(Map.of("In use", 22, "Cooling off", 13));
    }

    /** A file that a bank has, and the page where its answer is waited for. */
    private record HandedIn(BankCounter counter, String page) {}

    /** Links an account and says that it was them; how the link then stands. */
    private static String link(
            BankDescription bank, Window window, WalletApp wallet, @Nullable HandedIn before, String banks) {
        String code = code(bank);
        BankCounter counter;
        if (before == null) {
            counter = wallet.askFor(at(code), banks + code);
        } else {
            counter = before.counter();
            int _ = window.go(before.page());
            wallet.arriveAtLink();
        }
        // A weak bank that proves its notice needs no word, but leaves time to object.
        boolean noticed = bank.tells().proof() && !Strength.of(bank).atLeast(LinkStrength.TWO_FACTOR);
        assertThat(state(window)).as("bank %s", code).isEqualTo(noticed ? "Cooling off" : "Needs your word");
        if (!noticed) {
            sayYes(bank, wallet, counter);
        }
        String promised = bank.objection().isZero() ? "In use" : "Cooling off";
        await(window, promised);
        return promised;
    }

    /** The holder says that it was them, as the bank told them of it: by its notice, or by a code on the statement. */
    private static void sayYes(BankDescription bank, WalletApp wallet, BankCounter counter) {
        if (bank.tells().channel() == Telling.Channel.NONE) {
            wallet.confirmByStatement(counter);
        } else {
            counter.sayItWasMe(wallet.window());
        }
    }

    /** Those that were handed in come last. */
    private static List<BankDescription> inTurn() {
        return BANKS.stream()
                .sorted(Comparator.comparing(bank -> bank.rail() == Rail.DIRECT_DEBIT_FILE))
                .toList();
    }

    /** Looks again, as somebody would; that pages change by themselves is another test's. */
    private static void await(Window window, String promised) {
        for (int i = 0; i < LOOKS && !state(window).equals(promised); i++) {
            window.page().waitForTimeout(LOOK_MILLIS);
            window.page().reload();
        }
        assertThat(state(window)).as(window.path()).isEqualTo(promised);
    }

    private static String state(Window window) {
        return window.page().locator("#link .state").first().innerText();
    }

    /** One bank of the demonstration begins with its links stopped: two people open them. */
    private static void open(World world) {
        ConsoleDesk first = desk(world, 0);
        int _ = first.window().go("/console/banks/" + STOPPED);
        if (first.window().page().locator("[data-opens='reopen']").count() > 0) {
            first.askToReopen(STOPPED, "every bank is tried");
            desk(world, 1).confirm(STOPPED);
        }
    }

    private static ConsoleDesk desk(World world, int place) {
        Window window = world.open(Look.desktop(Language.EN), Role.SIGNED_OUT, Site.CONSOLE);
        DemoDoor.staff(window, world.system(), place);
        return new ConsoleDesk(window, _ -> {});
    }

    private static Resident at(String bank) {
        return new Resident("星見 玲央", "ホシミ レオ", "HOSHIMI LEO", "1999-12-24", bank);
    }

    private static String code(BankDescription bank) {
        return "%04d".formatted(bank.bank().code());
    }
}
