package sekisho.browsertests.sweep;

import static sekisho.browsertests.journey.Role.CUSTOMER;
import static sekisho.browsertests.system.Site.WALLET;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import sekisho.browsertests.system.Site;

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
    /** Pages of the machinery: they have no address of their own that anybody opens. */
    private static final Set<String> INSIDE = Set.of("/error");

    private static final List<Place> WALLET_PAGES = List.of(
            Place.page(WALLET, "/").sends("/home", CUSTOMER),
            Place.open(WALLET, "/sign-in").sends("/home", CUSTOMER),
            Place.open(WALLET, "/sign-up").sends("/home", CUSTOMER),
            Place.page(WALLET, "/welcome/mail").sends("/home", CUSTOMER),
            Place.page(WALLET, "/welcome/identity").sends("/home", CUSTOMER),
            Place.page(WALLET, "/welcome/handle").sends("/home", CUSTOMER),
            Place.page(WALLET, "/home").shownTo(CUSTOMER),
            Place.page(WALLET, "/home/now").shownTo(CUSTOMER).part(),
            Place.page(WALLET, "/live").shownTo(CUSTOMER).part(),
            Place.page(WALLET, "/inbox").shownTo(CUSTOMER),
            Place.page(WALLET, "/history").shownTo(CUSTOMER),
            Place.page(WALLET, "/history.csv").shownTo(CUSTOMER).part(),
            Place.page(WALLET, "/receipt/{operation}").shownTo(CUSTOMER).linkedFrom("/history"),
            Place.page(WALLET, "/links").shownTo(CUSTOMER),
            Place.page(WALLET, "/links/choose").shownTo(CUSTOMER),
            Place.page(WALLET, "/links/banks").shownTo(CUSTOMER).part(),
            Place.page(WALLET, "/links/{link}").shownTo(CUSTOMER).linkedFrom("/links"),
            Place.page(WALLET, "/top-up").shownTo(CUSTOMER),
            Place.page(WALLET, "/cash-out").shownTo(CUSTOMER),
            Place.page(WALLET, "/send").shownTo(CUSTOMER),
            Place.page(WALLET, "/request").shownTo(CUSTOMER),
            Place.page(WALLET, "/requests").shownTo(CUSTOMER),
            Place.page(WALLET, "/settings").shownTo(CUSTOMER),
            Place.page(WALLET, "/settings/limits").shownTo(CUSTOMER),
            Place.page(WALLET, "/settings/devices").shownTo(CUSTOMER),
            Place.page(WALLET, "/settings/freeze").shownTo(CUSTOMER),
            Place.page(WALLET, "/settings/close").shownTo(CUSTOMER),
            Place.open(WALLET, "/post-box"),
            Place.open(WALLET, "/app.webmanifest").part());

    private static final List<Place> CONSOLE_PAGES = List.of();

    private static final List<Place> BANK_PAGES = List.of();

    private static final List<Place> ALL = Stream.of(WALLET_PAGES, CONSOLE_PAGES, BANK_PAGES)
            .flatMap(List::stream)
            // A site that has no page at all is not built yet.
            .filter(place -> Routes.pages().stream()
                    .anyMatch(route -> route.site() == place.site() && !INSIDE.contains(route.pattern())))
            .toList();

    /** Routes for programs that anybody may read. */
    private static final Set<String> OPEN_TO_PROGRAMS =
            Set.of("/problems", "/problems/{code}", "/v3/api-docs", "/.well-known/oauth-authorization-server");

    private Places() {}

    public static List<Place> all() {
        return ALL;
    }

    /** Whether a site has pages. */
    public static boolean has(Site site) {
        return ALL.stream().anyMatch(place -> place.site() == site);
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
