package sekisho.browsertests.sweep;

import java.util.List;
import java.util.Set;

/**
 * Where the pages are and who may open them, one line a page, in the order of the journeys. {@code SweepTest} holds it against
 * the controllers.
 *
 * <pre>
 * Place.open(WALLET, "/sign-in").sends("/home", CUSTOMER, MERCHANT),
 * Place.page(WALLET, "/home").shownTo(CUSTOMER, MERCHANT),
 * Place.page(WALLET, "/history/{entry}").shownTo(CUSTOMER).linkedFrom("/history"),
 * Place.page(WALLET, "/live").part(),
 * Place.page(CONSOLE, "/banks").shownTo(OPERATOR),
 * </pre>
 */
public final class Places {
    private static final List<Place> ALL = List.of();

    /** Routes for programs that anybody may read. */
    private static final Set<String> OPEN_TO_PROGRAMS =
            Set.of("/problems", "/problems/{code}", "/v3/api-docs", "/.well-known/oauth-authorization-server");

    /** Pages of the machinery: they have no address of their own that anybody opens. */
    private static final Set<String> INSIDE = Set.of("/error");

    private Places() {}

    public static List<Place> all() {
        return ALL;
    }

    /** Those of some pages that nothing is said of. */
    public static List<Route> unclassified(List<Route> pages) {
        return pages.stream()
                .filter(route -> !INSIDE.contains(route.pattern()))
                .filter(route -> ALL.stream().noneMatch(place -> place.is(route)))
                .toList();
    }

    /** Whether programs need no token for it. */
    public static boolean isOpenToPrograms(Route route) {
        return OPEN_TO_PROGRAMS.contains(route.pattern());
    }
}
