package sekisho.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sekisho.browsertests.browser.Language;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Screen;
import sekisho.browsertests.browser.Theme;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.journey.Role;
import sekisho.browsertests.sweep.Place;
import sekisho.browsertests.sweep.Places;
import sekisho.browsertests.sweep.Route;
import sekisho.browsertests.sweep.Routes;
import sekisho.browsertests.sweep.Visit;
import sekisho.browsertests.system.Site;
import sekisho.browsertests.testing.InBrowser;

@InBrowser
final class SweepTest {
    /**
     * Both screens, languages and themes, without every combination of them: the pictures have those, and {@code -Dsekisho.looks=all}
     * has two more.
     */
    private static final List<Look> LOOKS = Stream.concat(
                    Stream.of(
                            new Look(Screen.PHONE, Language.JA, Theme.LIGHT),
                            new Look(Screen.DESKTOP, Language.EN, Theme.DARK)),
                    Look.journeys().size() == 2
                            ? Stream.of()
                            : Stream.of(
                                    new Look(Screen.PHONE, Language.EN, Theme.DARK),
                                    new Look(Screen.DESKTOP, Language.JA, Theme.DARK)))
            .toList();

    private static final List<Integer> REFUSALS = List.of(401, 403, 404);

    @Test
    void everyPageIsClassified() {
        assertThat(Places.unclassified(Routes.pages()))
                .as("pages that sekisho.browsertests.sweep.Places says nothing of")
                .isEmpty();
    }

    @Test
    void everyPlaceIsAPage() {
        assertThat(Places.all())
                .as("places that no controller answers")
                .allMatch(place -> Routes.pages().stream().anyMatch(place::is));
    }

    @TestFactory
    Stream<DynamicTest> aPageLetsInWhoMaySeeItAndIsAllRight(World world) {
        return Arrays.stream(Role.values())
                .flatMap(role -> LOOKS.stream()
                        .flatMap(
                                look -> Arrays.stream(Site.values()).flatMap(site -> visits(world, role, look, site))));
    }

    private static Stream<DynamicTest> visits(World world, Role role, Look look, Site site) {
        List<Place> places = Places.all().stream()
                .filter(place -> place.site() == site)
                // Who is refused is refused in every look.
                .filter(place -> look.equals(LOOKS.getFirst()) || Visit.isFor(place, role))
                .toList();
        if (places.isEmpty()) {
            return Stream.of();
        }
        Window window = world.open(look, role, site);
        return places.stream()
                .map(place -> DynamicTest.dynamicTest(
                        place + " as " + role.word() + ", " + look,
                        () -> assertThat(Visit.open(window, place, role)).isEmpty()));
    }

    /** Without the proof that the page gives to its own forms, nothing is done, whoever asks. */
    @TestFactory
    Stream<DynamicTest> aFormThatNoPageSentIsRefused(World world) {
        return Arrays.stream(Role.values())
                .filter(role -> Places.all().stream().anyMatch(place -> Visit.isFor(place, role)))
                .flatMap(role -> {
                    Window window = world.open(Look.phone(Language.EN), role);
                    int _ = window.go(start(role.site()));
                    return Routes.forms().stream()
                            .filter(route -> route.site() == role.site())
                            .map(route -> DynamicTest.dynamicTest(
                                    route + " as " + role.word(), () -> assertRefused(window, route)));
                });
    }

    /** A page that anybody may open. */
    private static String start(Site site) {
        return switch (site) {
            case WALLET -> "/sign-in";
            case CONSOLE -> "/console/sign-in";
            case BANK -> "/banks";
        };
    }

    /** Asked for by a page of the site, so that the browser adds whatever it adds; it names no hosts that only browsers know. */
    private static void assertRefused(Window window, Route route) {
        REFUSALS.forEach(window.watch()::expect);
        Object status = window.page().evaluate("""
                async ([path, method]) => (await fetch(path, { method, redirect: 'manual' })).status
                """, List.of(route.nobodys(), route.method()));
        assertThat(status).isIn(REFUSALS);
    }

    @TestFactory
    Stream<DynamicTest> whatIsForProgramsRefusesABrowser(World world) {
        return Stream.of(Site.WALLET, Site.BANK).flatMap(site -> {
            Window window = world.open(Look.desktop(Language.EN), Role.SIGNED_OUT, site);
            return Routes.reads().stream()
                    .filter(route -> route.site() == site && !Places.isOpenToPrograms(route))
                    .map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
                        APIResponse answer = window.context().request().get(route.nobodys());
                        assertThat(answer.status()).isBetween(400, 499);
                    }));
        });
    }
}
