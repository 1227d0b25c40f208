package sekisho.browsertests.sweep;

import java.util.ArrayList;
import java.util.List;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.check.PageCheck;
import sekisho.browsertests.journey.Role;
import sekisho.browsertests.sweep.Outcome.Refused;
import sekisho.browsertests.sweep.Outcome.SentTo;
import sekisho.browsertests.sweep.Outcome.Shown;

/** Somebody of a role opens a place. */
public final class Visit {
    private static final int OK = 200;

    private Visit() {}

    /** Whether it is a page that a role sees as nobody else does: one that anybody may see is for who is signed out. */
    public static boolean isFor(Place place, Role role) {
        return place.whole()
                && place.outcome(role) instanceof Shown
                && (role == Role.SIGNED_OUT || !(place.outcome(Role.SIGNED_OUT) instanceof Shown));
    }

    /**
     * Opens it and looks at everything.
     *
     * @param window one of the role's, on the place's site
     * @return what is not as it should be
     */
    public static List<String> open(Window window, Place place, Role role) {
        var wrong = new ArrayList<String>();
        Outcome outcome = place.outcome(role);
        switch (outcome) {
            case Shown _ -> {
                String address = place.example().apply(window);
                if (place.whole()) {
                    expect(wrong, OK, window.go(address));
                    PageCheck.of(window).forEach(finding -> wrong.add(finding.toString()));
                }
            }
            case SentTo(String path) -> {
                int _ = window.go(place.address());
                if (!window.path().equals(path)) {
                    wrong.add("came to " + window.path() + ", not to " + path);
                }
            }
            case Refused(int status) -> {
                window.watch().expect(status);
                expect(wrong, status, window.go(place.address()));
            }
        }
        window.watch().take().forEach(trouble -> wrong.add(trouble.toString()));
        return wrong;
    }

    private static void expect(List<String> wrong, int expected, int status) {
        if (status != expected) {
            wrong.add("answered with " + status + ", not with " + expected);
        }
    }
}
