package sekisho.browsertests.sweep;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.journey.Role;
import sekisho.browsertests.sweep.Outcome.Refused;
import sekisho.browsertests.sweep.Outcome.SentTo;
import sekisho.browsertests.sweep.Outcome.Shown;
import sekisho.browsertests.system.Site;

/**
 * A page, and what becomes of each role that opens it. Immutable.
 *
 * @param pattern as the controller has it
 * @param address one of the pattern's that anybody may ask for; belongs to nothing, unless the place says otherwise
 * @param whole whether it is a page; otherwise a part of one, a picture, a file: nothing to look at by itself
 * @param outcomes by role, all of them
 * @param example an address that somebody who may see it can open, found in their window
 */
public record Place(
        Site site,
        String pattern,
        String address,
        boolean whole,
        Map<Role, Outcome> outcomes,
        Function<Window, String> example) {
    private static final int HIDDEN = 404;

    public Place {
        outcomes = Map.copyOf(outcomes);
        if (!outcomes.keySet().containsAll(List.of(Role.values()))) {
            throw new IllegalArgumentException(pattern + " does not say what becomes of every role");
        }
    }

    /** A page that only some may see: the others are hidden from it, whoever is signed out is sent to sign in. */
    static Place page(Site site, String pattern) {
        var outcomes = new EnumMap<Role, Outcome>(Role.class);
        for (Role role : Role.values()) {
            // A session belongs to one site: elsewhere it is as if signed out.
            boolean known = role.site() == site && role != Role.SIGNED_OUT;
            outcomes.put(role, known ? new Refused(HIDDEN) : new SentTo(entrance(site)));
        }
        return new Place(site, pattern, Route.nobodys(pattern), true, outcomes, _ -> Route.nobodys(pattern));
    }

    private static String entrance(Site site) {
        return switch (site) {
            case WALLET -> "/sign-in";
            case CONSOLE -> "/console/sign-in";
            case BANK -> "/banks/0801/sign-in";
        };
    }

    /** A page that anybody may see. */
    static Place open(Site site, String pattern) {
        return page(site, pattern).to(new Shown(), Role.values());
    }

    Place shownTo(Role... roles) {
        return to(new Shown(), roles);
    }

    Place sends(String path, Role... roles) {
        return to(new SentTo(path), roles);
    }

    Place refuses(int status, Role... roles) {
        return to(new Refused(status), roles);
    }

    /** Nothing to look at by itself. */
    Place part() {
        return new Place(site, pattern, address, false, outcomes, example);
    }

    /** The address of a page with names in its path. */
    Place at(String path) {
        return new Place(site, pattern, path, whole, outcomes, _ -> path);
    }

    /** The address is behind the first link to it on another page, which whoever may see this one may open. */
    Place linkedFrom(String path) {
        return new Place(site, pattern, address, whole, outcomes, window -> firstLink(window, path));
    }

    /** The address is where another one leads, which whoever may see this one may ask for. */
    Place reachedFrom(String path) {
        return new Place(site, pattern, address, whole, outcomes, window -> {
            int _ = window.go(path);
            return window.path();
        });
    }

    private Place to(Outcome outcome, Role... roles) {
        var changed = new EnumMap<Role, Outcome>(outcomes);
        for (Role role : roles) {
            changed.put(role, outcome);
        }
        return new Place(site, pattern, address, whole, changed, example);
    }

    /** What becomes of a role. */
    public Outcome outcome(Role role) {
        Outcome outcome = outcomes.get(role);
        if (outcome == null) {
            throw new IllegalStateException(pattern + " says nothing of " + role);
        }
        return outcome;
    }

    /** Whether it is where a route leads. */
    public boolean is(Route route) {
        return site == route.site() && pattern.equals(route.pattern());
    }

    private String firstLink(Window window, String from) {
        int _ = window.go(from);
        return window.page().locator("a[href]").all().stream()
                .map(link -> URI.create(window.page().url()).resolve(link.getAttribute("href")))
                .filter(link -> Route.matches(pattern, link.getPath()))
                .map(URI::toString)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no link on " + from + " leads to " + pattern));
    }

    /** In titles: the pattern, or the address if there are several places of one pattern. */
    public String path() {
        return address.equals(Route.nobodys(pattern)) ? pattern : address;
    }

    @Override
    public String toString() {
        return site.word() + " " + path();
    }
}
