package sekisho.browsertests.screenshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sekisho.browsertests.World;
import sekisho.browsertests.browser.Chromium;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.journey.Role;
import sekisho.browsertests.sweep.Place;
import sekisho.browsertests.sweep.Places;
import sekisho.browsertests.sweep.Visit;
import sekisho.browsertests.system.Site;

/** Takes a picture of every page. */
@Command(
        name = "screenshots",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a system in a temporary home and takes a picture of every page as every role that may see it:",
            "on a phone and a desktop, in Japanese and English, light and dark. An index.html shows them all.",
            "",
            "Needs Chromium; SEKISHO_CHROMIUM says where it is, if it is not in the path."
        })
public final class ScreenshotsCommand implements Callable<Integer> {
    private static final int OK = 200;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/screenshots",
            description = "The folder for the pictures; those in it are deleted. Default: target/screenshots.")
    private Path out;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Only pages whose address contains it.")
    private String only;

    /** Ends the JVM with the command's exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ScreenshotsCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Optional<Path> chromium = Chromium.find();
        List<Shot> shots = shots(Places.all(), only);
        if (chromium.isEmpty() || shots.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("screenshots: "
                            + (chromium.isEmpty()
                                    ? Chromium.missing()
                                    : "no page has \"" + only + "\" in its address"));
            return 1;
        }
        empty(out);
        List<String> wrong;
        try (World world = World.with(chromium.get())) {
            wrong = take(world, shots, out);
        }
        Album.write(out, shots);
        wrong.forEach(line -> spec.commandLine().getErr().println("screenshots: " + line));
        spec.commandLine().getOut().println(out.resolve(Album.FILE));
        return wrong.isEmpty() ? 0 : 1;
    }

    /** All pictures of some places, in the order in which they are shown. */
    static List<Shot> shots(List<Place> places, String only) {
        return places.stream()
                .filter(place -> place.path().contains(only))
                .flatMap(place -> Stream.of(Role.values())
                        .filter(role -> Visit.isFor(place, role))
                        .flatMap(role -> Look.all().stream().map(look -> new Shot(place, role, look))))
                .toList();
    }

    /** Takes them; what could not be taken as it should. A window is opened for each role, site and look, once. */
    static List<String> take(World world, List<Shot> shots, Path folder) {
        var wrong = new ArrayList<String>();
        var progress = new ShotProgress(System.err, Boolean.getBoolean("sekisho.terminal"), shots.size());
        var groups = shots.stream()
                .collect(Collectors.groupingBy(
                        shot -> new Group(shot.role(), shot.place().site(), shot.look()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        groups.forEach((group, own) -> {
            Window window = world.open(group.look(), group.role(), group.site());
            for (Shot shot : own) {
                take(window, shot, folder).ifPresent(wrong::add);
                progress.done(shot.title());
            }
            world.closeWindows();
        });
        return wrong;
    }

    private record Group(Role role, Site site, Look look) {}

    private static Optional<String> take(Window window, Shot shot, Path folder) {
        try {
            int status = window.go(shot.place().example().apply(window));
            window.photograph(folder.resolve(shot.fileName()));
            return status == OK
                    ? Optional.empty()
                    : Optional.of(shot.title() + ", " + shot.look() + ": answered with " + status);
        } catch (RuntimeException e) {
            return Optional.of(shot.title() + ", " + shot.look() + ": " + e.getMessage());
        }
    }

    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    (Iterable<Path>) files.filter(file -> file.toString().endsWith(".png"))::iterator) {
                Files.delete(file);
            }
        }
    }
}
