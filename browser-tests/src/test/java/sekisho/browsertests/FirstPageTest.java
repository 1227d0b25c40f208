package sekisho.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.check.Weight;
import sekisho.browsertests.journey.Role;
import sekisho.browsertests.testing.InBrowser;

@InBrowser
final class FirstPageTest {
    private static final long MOST = 100_000;

    static List<Look> looks() {
        return Look.journeys();
    }

    /** That no third party is asked for anything, every window's watch sees. */
    @ParameterizedTest
    @MethodSource("looks")
    void theFirstPageIsLight(Look look, World world) {
        for (String page : List.of("/", "/sign-in", "/sign-up")) {
            assertLight(Weight.ofFirstVisit(world.open(look), page));
        }
        assertLight(Weight.ofFirstVisit(world.open(look, Role.CUSTOMER), "/home"));
    }

    private static void assertLight(Weight weight) {
        assertThat(weight.bytes()).as(weight.toString()).isLessThan(MOST);
    }
}
