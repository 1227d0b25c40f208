package sekisho.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.check.Weight;
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
        Weight weight = Weight.ofFirstVisit(world.open(look), "/");
        assertThat(weight.bytes()).as(weight.toString()).isLessThan(MOST);
    }
}
