package sekisho.browsertests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine's own Chromium, without a window. Belongs to the thread that started it. */
public final class Chromium implements AutoCloseable {
    /** Names a browser that stands elsewhere. */
    public static final String VARIABLE = "SEKISHO_CHROMIUM";

    /** The shell first: the same engine without a window around it takes less of the machine. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

    private static final List<Path> APPLICATIONS = List.of(
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Fonts are drawn alike, wherever the pictures are taken.
            "--font-render-hinting=none",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Where the machine has one. */
    public static Optional<Path> find() {
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        Stream<Path> inPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(inPath, APPLICATIONS.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What to do where there is none. */
    public static String missing() {
        return "there is no Chromium on this machine: install it (package chromium, and fonts-noto-cjk for Japanese), or set "
                + VARIABLE + " to where it is";
    }

    /** Starts it. */
    public static Chromium start(Path executable) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            var browser = playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(executable)
                            .setChromiumSandbox(false)
                            .setArgs(ARGUMENTS));
            return new Chromium(playwright, browser);
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /** Opens a window with no cookies. */
    public Window open(Look look, String base) {
        return open(look, base, null);
    }

    /**
     * Opens a window.
     *
     * @param base what addresses that begin with a slash are below
     * @param state the cookies of another window, as it says them; null: none
     */
    public Window open(Look look, String base, @Nullable String state) {
        var screen = look.screen();
        var options = new Browser.NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(screen.width(), screen.height())
                .setScreenSize(screen.width(), screen.height())
                .setDeviceScaleFactor(screen.density())
                .setHasTouch(screen.touch())
                .setIsMobile(screen.touch())
                .setLocale(look.language().locale())
                .setTimezoneId("Asia/Tokyo")
                .setColorScheme(look.theme().scheme())
                .setReducedMotion(ReducedMotion.REDUCE);
        if (state != null) {
            options.setStorageState(state);
        }
        BrowserContext context = browser.newContext(options);
        return new Window(context, look);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
