package sekisho.browsertests.screenshots;

import sekisho.browsertests.browser.Look;
import sekisho.browsertests.journey.Role;
import sekisho.browsertests.sweep.Place;

/** One picture: a page as a role sees it. */
record Shot(Place place, Role role, Look look) {

    /** The page and the role: pictures with the same title belong beside each other. */
    String title() {
        return place + " as " + role.word();
    }

    /** Sorts by site, page, role, screen, language, theme. */
    String fileName() {
        String page = place.path().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return place.site().word() + "_" + (page.isEmpty() ? "first" : page) + "_" + role.word() + "_" + look + ".png";
    }
}
