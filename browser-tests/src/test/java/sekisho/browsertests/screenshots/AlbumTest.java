package sekisho.browsertests.screenshots;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.browsertests.World;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.journey.Role;
import sekisho.browsertests.sweep.Outcome;
import sekisho.browsertests.sweep.Place;
import sekisho.browsertests.system.Site;
import sekisho.browsertests.testing.InBrowser;

@InBrowser
final class AlbumTest {
    private static final Place PROBLEMS = place("/problems", true);

    @TempDir
    private Path folder;

    @Test
    void anOpenPageHasAPictureForEachLook() {
        List<Shot> shots = ScreenshotsCommand.shots(List.of(PROBLEMS, place("/live", false)), "");
        assertThat(shots).hasSize(Look.all().size());
        assertThat(shots.getFirst().fileName()).isEqualTo("wallet_problems_signed-out_phone-ja-light.png");
        assertThat(shots).extracting(Shot::fileName).doesNotHaveDuplicates();
        assertThat(ScreenshotsCommand.shots(List.of(PROBLEMS), "/home")).isEmpty();
    }

    @Test
    void everyPictureIsTakenAndShown(World world) throws Exception {
        List<Shot> shots = ScreenshotsCommand.shots(List.of(PROBLEMS), "");
        assertThat(ScreenshotsCommand.take(world, shots, folder)).isEmpty();
        Album.write(folder, shots);
        String page = Files.readString(folder.resolve(Album.FILE));
        assertThat(shots).hasSize(8).allSatisfy(shot -> {
            assertThat(folder.resolve(shot.fileName())).isNotEmptyFile();
            assertThat(page).contains(shot.fileName());
        });
    }

    private static Place place(String pattern, boolean whole) {
        Map<Role, Outcome> outcomes =
                Stream.of(Role.values()).collect(Collectors.toMap(role -> role, _ -> new Outcome.Shown()));
        return new Place(Site.WALLET, pattern, pattern, whole, outcomes, _ -> pattern);
    }
}
