package sekisho.browsertests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sekisho.browsertests.browser.Chromium;
import sekisho.browsertests.browser.Language;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.journey.Entrance;
import sekisho.browsertests.journey.Role;
import sekisho.browsertests.system.RunningSystem;
import sekisho.browsertests.system.Site;

/**
 * One system as a user starts it, and one browser in front of it. The system is started when something first asks for it.
 * Belongs to the thread that made it.
 */
public final class World implements AutoCloseable {
    private final Chromium chromium;
    private final List<Window> windows = new ArrayList<>();
    private final Map<Role, String> states = new EnumMap<>(Role.class);
    private @Nullable RunningSystem system;

    private World(Chromium chromium) {
        this.chromium = chromium;
    }

    /** Starts the browser that stands there. */
    public static World with(Path executable) {
        return new World(Chromium.start(executable));
    }

    /** The system; starts it, the first time. */
    public RunningSystem system() {
        RunningSystem started = system;
        if (started == null) {
            started = RunningSystem.start();
            system = started;
        }
        return started;
    }

    /** A new window in front of the wallet app: nobody is signed in. */
    public Window open(Look look) {
        return open(look, Role.SIGNED_OUT, Site.WALLET);
    }

    /** A new window on a role's own site, signed in. */
    public Window open(Look look, Role role) {
        return open(look, role, role.site());
    }

    /**
     * A new window on a site, with the cookies of a role. Whoever signs out, or ends sessions, ends them for all windows of the
     * role: tests that do so sign somebody up for themselves.
     */
    public Window open(Look look, Role role, Site site) {
        return open(look, system().url(site).toString(), state(role));
    }

    /** A new window somewhere else on this machine, for tests of the harness itself. */
    public Window openAt(Look look, String base) {
        return open(look, base, null);
    }

    private Window open(Look look, String base, @Nullable String state) {
        Window window = chromium.open(look, base, state);
        windows.add(window);
        return window;
    }

    /** The cookies of somebody who came in once: a link to sign in with is good for one time. */
    private @Nullable String state(Role role) {
        if (role == Role.SIGNED_OUT) {
            return null;
        }
        String known = states.get(role);
        if (known != null) {
            return known;
        }
        try (Window window = chromium.open(
                Look.desktop(Language.EN), system().url(role.site()).toString())) {
            Entrance.of(role).enter(window, system());
            String state = window.state();
            states.put(role, state);
            return state;
        }
    }

    /** The windows that were opened and not closed by {@link #closeWindows}. */
    public List<Window> windows() {
        return List.copyOf(windows);
    }

    /** Closes all windows. */
    public void closeWindows() {
        windows.forEach(Window::close);
        windows.clear();
    }

    @Override
    public void close() {
        try {
            closeWindows();
            chromium.close();
        } finally {
            if (system != null) {
                system.close();
            }
        }
    }
}
